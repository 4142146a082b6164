namespace Evidence.Statistics.Bias;

/// <summary>
/// Estimates how many effects are missing on the left, from the ranks of the distances of the others (Duval &amp; Tweedie 2000).
/// </summary>
internal sealed record MissingCount(int Count, double? StandardError)
{
    /// <summary>Estimates the number from deviations in increasing order.</summary>
    public static MissingCount Estimate(double[] deviations, MissingCountEstimator estimator)
    {
        double k = deviations.Length;
        var signedRanks = ComputeSignedRanks(deviations);
        var rankSum = signedRanks.Where(rank => rank > 0).Sum();
        return estimator switch
        {
            MissingCountEstimator.R0 => FromRightmostRun(k, signedRanks),
            MissingCountEstimator.L0 => FromRankSum((4 * rankSum - k * (k + 1)) / (2 * k - 1), k, _ => 4 / (2 * k - 1)),
            MissingCountEstimator.Q0 => FromRankSum(
                k - 0.5 - Math.Sqrt(Math.Max(0, 2 * k * k - 4 * rankSum + 0.25)),
                k,
                missing => 2 / Math.Sqrt((k - 0.5) * (k - 0.5) - missing * (2 * k - missing - 1))),
        };
    }

    private static double[] ComputeSignedRanks(double[] deviations)
    {
        var ranks = new double[deviations.Length];
        var order = Enumerable.Range(0, deviations.Length).OrderBy(i => Math.Abs(deviations[i])).ToArray();
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = (rank + 1) * Math.Sign(deviations[order[rank]]);
        return ranks;
    }

    private static MissingCount FromRightmostRun(double k, double[] signedRanks)
    {
        var largestOnTheLeft = signedRanks.Where(rank => rank < 0).Select(rank => -rank).DefaultIfEmpty(0).Max();
        var missing = k - largestOnTheLeft - 1;
        return Round(missing, Math.Sqrt(2 * Math.Max(0, missing) + 2));
    }

    private static MissingCount FromRankSum(double missing, double k, Func<double, double> factor)
    {
        var variance = (k * (k + 1) * (2 * k + 1) + 10 * Math.Pow(missing, 3) + 27 * missing * missing + 17 * missing
            - 18 * k * missing * missing - 18 * k * missing + 6 * k * k * missing) / 24;
        return Round(missing, factor(missing) * Math.Sqrt(variance));
    }

    private static MissingCount Round(double missing, double standardError) =>
        new((int)Math.Max(0, Math.Round(missing, MidpointRounding.ToEven)), double.IsFinite(standardError) ? standardError : null);
}
