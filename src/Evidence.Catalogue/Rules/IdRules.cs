using System.Text.RegularExpressions;

namespace Evidence.Catalogue.Rules;

/// <summary>Identifiers that the catalogue gives: slugs, each once in its list.</summary>
internal static partial class IdRules
{
    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. Rule.Findings(Slug("/id", study.Id)),
        .. Slugs("/arms", "id", study.Arms, arm => arm.Id),
        .. Slugs("/outcomes", "id", study.Outcomes, outcome => outcome.Id),
        .. Slugs("/sources", "key", study.Sources, source => source.Key),
        .. Rule.NoRepeats(study.Mechanisms, mechanism => mechanism, i => $"/mechanisms/{i}"),
    ];

    /// <summary>A slug goes into addresses and indexes, so it is short and needs no escaping.</summary>
    public static Finding? Slug(string at, string id) => id.Length <= 100 && SlugForm().IsMatch(id)
        ? null
        : Finding.Error(at, $"'{Finding.Shown(id)}' is no identifier; expected lower-case letters and digits, joined by single hyphens, at most 100");

    private static IEnumerable<Finding> Slugs<T>(string list, string member, IReadOnlyList<T> items, Func<T, string> id) =>
    [
        .. Rule.Findings(items.Index().Select(item => Slug($"{list}/{item.Index}/{member}", id(item.Item)))),
        .. Rule.NoRepeats(items, id, i => $"{list}/{i}/{member}"),
    ];

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugForm();
}
