namespace Evidence.Catalogue.Rules;

/// <summary>Checks that every figure has an address: its source is one of the study's, and the source can be opened.</summary>
internal static class SourceRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) => Rule.Issues(
    [
        .. study.Outcomes.Index().Select(item => Rule.ASource($"/outcomes/{item.Index}/source/key", item.Item.Source.Key, study)),
        .. study.Outcomes.Index().Select(item => Rule.ASource($"/outcomes/{item.Index}/riskOfBias/source/key", item.Item.RiskOfBias?.Source?.Key, study)),
        .. study.Onset.Index().Select(item => Rule.ASource($"/onset/{item.Index}/source/key", item.Item.Source.Key, study)),
        Rule.ASource("/riskOfBias/source/key", study.RiskOfBias?.Source?.Key, study),
        .. study.Sources.Index().Select(item => CheckUrl($"/sources/{item.Index}/url", item.Item.Url)),
        .. study.Sources.Index().Select(item => CheckUrl($"/sources/{item.Index}/readAt", item.Item.ReadAt)),
    ]);

    /// <summary>Checks that a text is a web address.</summary>
    public static ValidationIssue? CheckUrl(string at, string? url) =>
        url is null || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            ? null
            : ValidationIssue.Error(at, $"'{ValidationIssue.Quote(url)}' is no web address; expected one that begins with https:// or http://");
}
