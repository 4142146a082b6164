using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Selection;

namespace Evidence.Explorer.Studies;

/// <summary>The filters of studies as their form shows them: in groups, the most used first, under the names that people read.</summary>
public static class StudyFilters
{
    /// <summary>The groups, each with the names of its facets.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Facets)> Groups { get; } =
    [
        ("What was given", ["intervention", "comparator", "route", "doseUnit"]),
        ("What was measured", ["domain", "instrument", "mechanism"]),
        ("How it was studied", ["design", "riskOfBias", "masking", "hasResults"]),
        ("Who took part", ["condition", "treatmentResistant", "populationSuicidality", "country", "setting"]),
        ("The rest", ["status", "funding", "retractionStatus"]),
    ];

    /// <summary>The facets that are open before a term is chosen.</summary>
    public static IReadOnlySet<string> Open { get; } = new HashSet<string> { "intervention", "comparator", "domain", "design", "riskOfBias" };

    /// <summary>Pairs of bounds: title, the lowest, the highest, step, unit.</summary>
    public static IReadOnlyList<(string Title, string From, string To)> Ranges { get; } =
    [
        ("Year of the report", "yearMin", "yearMax"),
        ("People enrolled", "enrolledMin", "enrolledMax"),
        ("Hours to a measurement", "timeHoursMin", "timeHoursMax"),
    ];

    /// <summary>Names of bounds and texts that are no facets.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["q"] = "Words",
        ["study"] = "Study",
        ["country"] = "Country",
        ["treatmentResistant"] = "Treatment-resistant",
        ["hasResults"] = "Has figures",
        ["comparator"] = "Compared with",
        ["intervention"] = "Given",
        ["populationSuicidality"] = "Suicidality at entry",
        ["domain"] = "Outcome",
        ["condition"] = "Condition",
        ["riskOfBias"] = "Risk of bias, overall",
        ["retractionStatus"] = "Retraction of its reports",
        ["failedTrialsMin"] = "Failed trials, at least",
        ["enrolledMin"] = "People, at least",
        ["enrolledMax"] = "People, at most",
        ["yearMin"] = "Year, from",
        ["yearMax"] = "Year, to",
        ["doseMin"] = "Dose, at least",
        ["doseMax"] = "Dose, at most",
        ["timeHoursMin"] = "Measured after, hours",
        ["timeHoursMax"] = "Measured within, hours",
        ["onsetHoursMax"] = "Onset within, hours",
    };

    private static readonly Dictionary<string, Parameter> ByName =
        Filters.All.ToDictionary(filter => filter.Parameter.Name, filter => filter.Parameter);

    private static readonly Dictionary<string, string> Included =
        Filters.All.Where(filter => filter.ExcludeName is not null).ToDictionary(filter => filter.ExcludeName!, filter => filter.Parameter.Name);

    /// <summary>Returns the filter of that name.</summary>
    public static Parameter Find(string name) => ByName[name];

    /// <summary>Returns the name of a filter as people read it.</summary>
    public static string Title(string name) =>
        Included.TryGetValue(name, out var included) ? $"Not {Title(included)}"
        : Others.TryGetValue(name, out var title) ? title
        : ByName[name].VocabularyName is { } vocabulary ? Vocabulary.Get(vocabulary).Title
        : name;

    /// <summary>Returns a value of a filter, or of its excluding twin, as people read it.</summary>
    public static string Value(string name, string value) => PageText.FormatFilterValue(ByName[Included.GetValueOrDefault(name, name)], value);
}
