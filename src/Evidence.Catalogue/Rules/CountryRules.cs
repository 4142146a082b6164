namespace Evidence.Catalogue.Rules;

/// <summary>Countries are officially assigned codes of ISO 3166-1 alpha-2, each once.</summary>
internal static class CountryRules
{
    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. Rule.Findings(study.Countries.Index().Select(item => Code($"/countries/{item.Index}", item.Item))),
        .. Rule.NoRepeats(study.Countries, country => country, i => $"/countries/{i}"),
    ];

    private static Finding? Code(string at, string country) => CountryCodes.All.Contains(country)
        ? null
        : Finding.Error(at, $"'{Finding.Shown(country)}' is no country code; expected two capitals of ISO 3166-1, such as GB for the United Kingdom");
}
