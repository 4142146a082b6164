using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;

namespace Evidence.Api.Claims;

/// <summary>GET /v1/claims: the statements that the catalogue weighs, each with the evidence for and against it.</summary>
public static class ListClaims
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = WarningOfStudies(ListDefinition.OfRecords(
        "/v1/claims",
        typeof(Claim),
        "claim",
        new Filter(Parameter.OfTerms("topic", "claim-topic", "What the claim is about."), Scope.Study, "v.document->>'topic' = any(@value)"),
        new Filter(
            new Parameter("study", ParameterKind.Words, "Identifiers of studies that the evidence names.", "zarate-2006"),
            Scope.Study,
            "exists (select from json_array_elements(v.document->'evidence') e where e->>'studyId' = any(@value))")));

    private static ListDefinition WarningOfStudies(ListDefinition list) => list with
    {
        Grain = list.Grain with
        {
            StudiesNamed = """
                cross join lateral json_array_elements(v.document->'evidence') named
                join record_version w on w.kind = 'study' and w.record_id = named->>'studyId' and w.valid_from <= @revision and w.valid_until > @revision
                join study s on s.version_id = w.version_id
                """,
        },
    };

    /// <summary>Answers a page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => ListAnswer.SendAsync(http, database, List, Format.Json);
}
