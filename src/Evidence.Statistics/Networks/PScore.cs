namespace Evidence.Statistics.Networks;

/// <summary>States how certain it is, on average over the others, that a treatment is better than another; from 0 to 1.</summary>
/// <param name="Treatment">The treatment.</param>
/// <param name="Score">Its P-score.</param>
public sealed record PScore(string Treatment, double Score)
{
    public static Method Method { get; } = new(
        "P-score",
        "Rücker G, Schwarzer G. Ranking treatments in frequentist network meta-analysis works without resampling methods. "
            + "BMC Med Res Methodol. 2015;15:58");

    /// <summary>
    /// Computes the mean over the other treatments of Φ(difference / SE), with the sign reversed if lower is better.
    /// </summary>
    internal static IReadOnlyList<PScore> Rank(
        IReadOnlyList<string> treatments, IReadOnlyList<NetworkComparison> league, bool higherIsBetter) =>
    [
        .. treatments
            .Select(treatment => new PScore(
                treatment, league.Where(each => each.Treatment == treatment).Average(each => Certainty(each, higherIsBetter))))
            .OrderByDescending(score => score.Score),
    ];

    private static double Certainty(NetworkComparison comparison, bool higherIsBetter)
    {
        var z = comparison.Test.Statistic * (higherIsBetter ? 1 : -1);
        var tail = Distributions.NormalTwoSided(z) / 2;
        return z > 0 ? 1 - tail : tail;
    }
}
