using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Claims;

/// <summary>Defines the list of the statements that the catalogue weighs, each with the evidence for and against it.</summary>
public static class ClaimList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = WithStudies(ListDefinition.FromRecords(
        "/v1/claims",
        typeof(Claim),
        Terms.RecordKind.Claim,
        new Filter(Parameter.Terms("topic", "claim-topic", "What the claim is about."), Scope.Study, "v.document->>'topic' = any(@value)"),
        new Filter(
            new Parameter("study", ParameterKind.Words, "Identifiers of studies that the evidence names.", "zarate-2006"),
            Scope.Study,
            "exists (select from json_array_elements(v.document->'evidence') e where e->>'studyId' = any(@value))")));

    private static ListDefinition WithStudies(ListDefinition list) => list with
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
}
