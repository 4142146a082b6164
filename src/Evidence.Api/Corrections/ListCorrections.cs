using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Corrections;

/// <summary>GET /v1/corrections: what was reported, newest first.</summary>
public static class ListCorrections
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/corrections",
        typeof(Correction),
        new Grain(CorrectionRow.From, "true", [], [])
        {
            Own =
            [
                new(new Parameter("study", ParameterKind.Words, "Identifier of the study.", "zarate-2006"), Scope.Study, "c.study_id = any(@value)"),
                new(Parameter.OfTerms("status", "correction-status", "How it stands."), Scope.Study, "t.status = any(@value)"),
            ],
        },
        CorrectionRow.Row,
        Keys: [SortKey.OfNumber("reportedAt", "extract(epoch from c.reported_at)")],
        DefaultSort: "-reportedAt",
        Last: [SortKey.OfText("id", "c.correction_id")])
    {
        IsOfRevision = false,
    };

    /// <summary>Answers a page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => ListAnswer.SendLiveAsync(http, database, List);
}
