using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.OpenApi;

/// <summary>Describes each group of operations.</summary>
public sealed class TagDescriptions : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("studies", "Studies: filtered summaries, whole records and their history."),
        ("outcomes", "Figures of every arm of every outcome, as reported."),
        ("effects", "Contrasts of two arms with yi and vi, ready to be pooled."),
        ("meta-analysis", "The selection pooled, with every choice shown; forest and funnel plots."),
        ("time-course", "The pooled effect by time after the first dose: how soon it is there, and how long it lasts."),
        ("network", "All treatments of the selection compared, directly and indirectly."),
        ("onset", "How fast the effect came; definitions are never mixed."),
        ("risk-of-bias", "Judgements by domain, ready for robvis."),
        ("facets", "Counts of every term for the current filters."),
        ("claims", "Statements about ketamine with the evidence for and against."),
        ("lookup", "Finds the study of a registry number, DOI or PubMed identifier."),
        ("vocabularies", "Every term with its meaning and its names elsewhere."),
        ("revisions", "The history of the catalogue."),
        ("changes", "What changed between revisions, down to the field and the effect."),
        ("releases", "Named revisions, with a checksum over every record."),
        ("citation", "How to cite the catalogue or a selection."),
        ("corrections", "Errors that anybody reports, and what curators decide on them."),
        ("keys", "Keys of curators and admins; for admins."),
        ("health", "Whether the service is well."),
    ];

    /// <inheritdoc />
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
}
