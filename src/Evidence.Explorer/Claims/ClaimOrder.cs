using Evidence.Synthesis.Claims;

namespace Evidence.Explorer.Claims;

/// <summary>The order in which claims are read: what ketamine does for people first, how it may do so last.</summary>
public static class ClaimOrder
{
    private static readonly string[] Topics = ["population", "onset", "durability", "suicidality", "safety", "supervision", "comparative", "mechanism"];

    /// <summary>Sorts claims in that order; an unknown topic comes last.</summary>
    public static IReadOnlyList<ClaimDetail> Sort(IReadOnlyList<ClaimDetail> claims) =>
        [.. claims.OrderBy(claim => Array.IndexOf(Topics, claim.Topic) is >= 0 and var at ? at : Topics.Length).ThenBy(claim => claim.Answers.Count == 0)];
}
