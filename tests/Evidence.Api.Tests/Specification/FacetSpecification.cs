using Evidence.Catalogue;

namespace Evidence.Api.Tests.Specification;

/// <summary>What facets count: for each term, the studies that would be left if the filter named this term alone and all others stayed.</summary>
internal static class FacetSpecification
{
    private static readonly Dictionary<string, string> Vocabularies = new()
    {
        ["design"] = "design",
        ["masking"] = "masking",
        ["status"] = "status",
        ["setting"] = "setting",
        ["funding"] = "funding",
        ["condition"] = "condition",
        ["populationSuicidality"] = "population-suicidality",
        ["mechanism"] = "mechanism",
        ["riskOfBias"] = "judgement",
        ["retractionStatus"] = "retraction-status",
        ["intervention"] = "intervention",
        ["route"] = "route",
        ["doseUnit"] = "dose-unit",
        ["comparator"] = "intervention",
        ["domain"] = "domain",
        ["instrument"] = "instrument",
    };

    /// <summary>The facets with the terms that each lists; of countries only those with studies are listed.</summary>
    private static IEnumerable<(string Filter, IEnumerable<string> Terms, bool OnlyThoseThatOccur)> Facets =>
    [
        .. Vocabularies.Select(facet => (facet.Key, Vocabulary.Get(facet.Value).Terms.Select(term => term.Name), false)),
        ("treatmentResistant", ["true", "false"], false),
        ("hasResults", ["true", "false"], false),
        ("country", CountryCodes.All, true),
    ];

    /// <summary>Lines <c>filter term count</c>, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Answer(IReadOnlyList<StudyAt> catalogue, Ask ask)
    {
        var rows = catalogue.Select(study => new StudyRow(study)).ToList();
        var lines =
            from facet in Facets
            let open = ask.Without(facet.Filter, "exclude" + char.ToUpperInvariant(facet.Filter[0]) + facet.Filter[1..])
            let left = rows.Where(row => row.Answers(open)).ToList()
            from term in facet.Terms
            let count = left.Count(row => row.Answers(open.With(facet.Filter, term)))
            where count > 0 || !facet.OnlyThoseThatOccur
            select $"{facet.Filter} {term} {count}";
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
