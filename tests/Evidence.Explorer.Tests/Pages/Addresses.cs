namespace Evidence.Explorer.Tests.Pages;

/// <summary>Every page, at least once: each with what makes it long, wide, empty or strange.</summary>
internal static class Addresses
{
    /// <summary>The pages.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "/",
        "/?revision=1",
        "/claims",
        "/claims/onset-within-hours",
        "/studies",
        "/studies?intervention=ketamine&comparator=midazolam&riskOfBias=low",
        "/studies?q=no-study-has-such-words",
        "/studies/murrough-2013",
        "/studies/lii-2023",
        "/studies/formula-2024",
        "/studies/long-2024",
        "/studies/zarate-2006?revision=1",
        "/meta-analysis",
        "/meta-analysis?domain=response&measure=rr&atHours=24&withinHours=12&subgroup=comparator",
        "/onset",
        "/network",
        "/safety",
        "/compare",
        "/compare?from=2&to=3&domain=response&measure=rr&atHours=24",
        "/about",
        "/api",
        "/corrections",
        "/corrections/new?study=zarate-2006",
        "/releases",
        $"/corrections/{Testing.Correction.Id}",
        "/sign-in",
        "/curate",
        "/curate/studies",
        "/curate/new-study",
        "/curate/studies/murrough-2013",
        "/curate/studies/takahashi-2021",
        "/curate/studies/murrough-2013?as=json",
        "/curate/studies/murrough-2013/withdrawal",
        "/curate/releases",
    ];

    /// <summary>Those that anybody may read.</summary>
    public static IEnumerable<string> ForReaders => All.Where(address => !IsForCurators(address));

    /// <summary>Those of curators, who are signed in.</summary>
    public static IEnumerable<string> ForCurators => All.Where(IsForCurators);

    private static bool IsForCurators(string address) => address.StartsWith("/curate", StringComparison.Ordinal);
}
