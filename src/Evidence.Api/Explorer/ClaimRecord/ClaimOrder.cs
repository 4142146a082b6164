using Evidence.Api.Claims;

namespace Evidence.Api.Explorer.ClaimRecord;

/// <summary>The order in which claims are read: what ketamine does for people first, how it may do so last.</summary>
public static class ClaimOrder
{
    private static readonly string[] Topics = ["population", "onset", "durability", "suicidality", "safety", "supervision", "comparative", "mechanism"];

    /// <summary>The claims in that order; a topic that it does not know comes last.</summary>
    public static IReadOnlyList<ClaimDetail> Of(IReadOnlyList<ClaimDetail> claims) =>
        [.. claims.OrderBy(claim => Array.IndexOf(Topics, claim.Topic) is >= 0 and var at ? at : Topics.Length).ThenBy(claim => claim.Answers.Count == 0)];
}
