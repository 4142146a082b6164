namespace Evidence.Catalogue.Rules;

/// <summary>Checks that countries are officially assigned codes of ISO 3166-1 alpha-2, each once.</summary>
internal static class CountryRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. Rule.Issues(study.Countries.Index().Select(item => CheckCode($"/countries/{item.Index}", item.Item))),
        .. Rule.NoRepeats(study.Countries, country => country, i => $"/countries/{i}"),
    ];

    private static ValidationIssue? CheckCode(string at, string country) => CountryCodes.All.Contains(country)
        ? null
        : ValidationIssue.Error(at, $"'{ValidationIssue.Quote(country)}' is no country code; expected two capitals of ISO 3166-1, such as GB for the United Kingdom");
}
