using System.Text.RegularExpressions;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks the identifiers that the catalogue gives: slugs, each once in its list.</summary>
internal static partial class IdRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. Rule.Issues(CheckSlug("/id", study.Id)),
        .. CheckSlugs("/arms", "id", study.Arms, arm => arm.Id),
        .. CheckSlugs("/outcomes", "id", study.Outcomes, outcome => outcome.Id),
        .. CheckSlugs("/sources", "key", study.Sources, source => source.Key),
        .. Rule.NoRepeats(study.Mechanisms, mechanism => mechanism, i => $"/mechanisms/{i}"),
    ];

    /// <summary>Checks that an identifier is a slug. A slug goes into addresses and indexes, so it is short and needs no escaping.</summary>
    public static ValidationIssue? CheckSlug(string at, string id) => id.Length <= 100 && SlugForm().IsMatch(id)
        ? null
        : ValidationIssue.Error(at, $"'{ValidationIssue.Quote(id)}' is no identifier; expected lower-case letters and digits, joined by single hyphens, at most 100");

    private static IEnumerable<ValidationIssue> CheckSlugs<T>(string list, string member, IReadOnlyList<T> items, Func<T, string> id) =>
    [
        .. Rule.Issues(items.Index().Select(item => CheckSlug($"{list}/{item.Index}/{member}", id(item.Item)))),
        .. Rule.NoRepeats(items, id, i => $"{list}/{i}/{member}"),
    ];

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugForm();
}
