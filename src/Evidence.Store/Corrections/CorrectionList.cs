using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Corrections;

/// <summary>Defines the list of reported corrections, newest first.</summary>
public static class CorrectionList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/corrections",
        typeof(Correction),
        new Grain(CorrectionReader.From, "true", [], [])
        {
            Own =
            [
                new(new Parameter("study", ParameterKind.Words, "Identifier of the study.", "zarate-2006"), Scope.Study, "c.study_id = any(@value)"),
                new(Parameter.Terms("status", "correction-status", "How it stands."), Scope.Study, "t.status = any(@value)"),
            ],
        },
        CorrectionReader.Row,
        Keys: [SortKey.Number("reportedAt", "extract(epoch from c.reported_at)")],
        DefaultSort: "-reportedAt",
        Last: [SortKey.Text("id", "c.correction_id")])
    {
        IsOfRevision = false,
    };
}
