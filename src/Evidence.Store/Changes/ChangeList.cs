using Evidence.Store.Indexing;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Changes;

/// <summary>Defines the list of what changed between two revisions, down to the field and the effect.</summary>
public static class ChangeList
{
    private static readonly IReadOnlyList<Filter> Filters =
    [
        Define(RevisionParameters.From with { Description = "Changes after this revision; 0, which is all of them, by default." }, "c.revision > @value"),
        Define(RevisionParameters.To with { Description = "Changes up to and with this revision; the newest by default." }, "c.revision <= @value"),
        Define(new("study", ParameterKind.Words, "Identifiers of studies.", "zarate-2006"), "c.kind = 'study' and c.record_id = any(@value)"),
        Define(Parameter.Terms("kind", "record-kind", "Kinds of records."), "c.kind = any(@value)"),
        Define(new("record", ParameterKind.Words, "Identifiers of records of any kind.", "onset-within-hours"), "c.record_id = any(@value)"),
        Define(Parameter.Terms("change", "record-change", "What became of the record."), "c.change = any(@value)"),
        Define(Parameter.Terms("subject", "change-subject", "Whether rows are about records, fields or effects."), "c.subject = any(@value)"),
        Define(Parameter.Terms("domain", "domain", "What the outcome is about, of effects and of fields of outcomes."), "c.domain = any(@value)"),
        Define(Parameter.Terms("measure", "effect-measure", "Measures of effects; leaves rows of effects only."), "c.measure = any(@value)"),
        Define(new("actor", ParameterKind.Words, "Who wrote it.", "catalogue files"), "w.actor = any(@value)"),
    ];

    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/changes",
        typeof(ChangeRow),
        new Grain("change c join revision w on w.number = c.revision", "c.revision <= @revision", [], []) { Own = Filters },
        Row: "c.row",
        Keys: [SortKey.Number("revision", "c.revision"), SortKey.Text("record", "c.record_id")],
        DefaultSort: "revision",
        Last:
        [
            SortKey.Number("revision", "c.revision"), SortKey.Text("kind", "c.kind"), SortKey.Text("record", "c.record_id"),
            SortKey.Number("ordinal", "c.ordinal"),
        ]);

    private static Filter Define(Parameter parameter, string condition) => new(parameter, Scope.Study, condition);
}
