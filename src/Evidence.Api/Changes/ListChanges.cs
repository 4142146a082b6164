using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Changes;

/// <summary>GET /v1/changes: what changed between two revisions, down to the field and the effect.</summary>
public static class ListChanges
{
    private static readonly IReadOnlyList<Filter> Filters =
    [
        Of(ReadRequest.FromParameter with { Description = "Changes after this revision; 0, which is all of them, where left out." }, "c.revision > @value"),
        Of(ReadRequest.ToParameter with { Description = "Changes up to and with this revision; the newest where left out." }, "c.revision <= @value"),
        Of(new("study", ParameterKind.Words, "Identifiers of studies.", "zarate-2006"), "c.kind = 'study' and c.record_id = any(@value)"),
        Of(Parameter.OfTerms("kind", "record-kind", "Kinds of records."), "c.kind = any(@value)"),
        Of(new("record", ParameterKind.Words, "Identifiers of records of any kind.", "onset-within-hours"), "c.record_id = any(@value)"),
        Of(Parameter.OfTerms("change", "record-change", "What became of the record."), "c.change = any(@value)"),
        Of(Parameter.OfTerms("subject", "change-subject", "Whether rows are about records, fields or effects."), "c.subject = any(@value)"),
        Of(Parameter.OfTerms("domain", "domain", "What the outcome is about, of effects and of fields of outcomes."), "c.domain = any(@value)"),
        Of(Parameter.OfTerms("measure", "effect-measure", "Measures of effects; leaves rows of effects only."), "c.measure = any(@value)"),
        Of(new("actor", ParameterKind.Words, "Who wrote it.", "catalogue files"), "w.actor = any(@value)"),
    ];

    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/changes",
        typeof(ChangeRow),
        new Grain("change c join revision w on w.number = c.revision", "c.revision <= @revision", [], []) { Own = Filters },
        Row: "c.row",
        Keys: [SortKey.OfNumber("revision", "c.revision"), SortKey.OfText("record", "c.record_id")],
        DefaultSort: "revision",
        Last:
        [
            SortKey.OfNumber("revision", "c.revision"), SortKey.OfText("kind", "c.kind"), SortKey.OfText("record", "c.record_id"),
            SortKey.OfNumber("ordinal", "c.ordinal"),
        ]);

    /// <summary>Answers in the format that the request accepts.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) =>
        ListAnswer.SendAsync(http, database, List, Format.Json, Format.Csv, Format.Ndjson);

    private static Filter Of(Parameter parameter, string condition) => new(parameter, Scope.Study, condition);
}
