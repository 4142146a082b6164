using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>
/// Estimates the between-study variance of highest likelihood (ML); the estimate is too low if studies are few.
/// </summary>
public static class MaximumLikelihood
{
    public static Method Method { get; } = new(
        "Maximum-likelihood between-study variance",
        "Hardy RJ, Thompson SG. A likelihood approach to meta-analysis with random effects. Stat Med. 1996;15(6):619-629");

    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression) =>
        LikelihoodSearch.FindMaximum(LikelihoodCurve.FromRegression(regression, Score, fit => fit.SumOfSquaredWeights, LogLikelihood)).Select(maximum =>
            BetweenStudyVariance.FromEstimate(
                maximum.Value,
                t => Math.Sqrt(2 / regression.FitAt(t).SumOfSquaredWeights),
                Method,
                [.. maximum.Notes]));

    /// <summary>Computes y'PPy - Σw, twice the slope of the likelihood.</summary>
    internal static double Score(WeightedFit fit) => fit.SquaredResidualSum - fit.SumOfWeights;

    /// <summary>Computes -½ (Σ ln(v + τ²) + y'Py), without its constants.</summary>
    internal static double LogLikelihood(WeightedFit fit) => 0.5 * (fit.Weights.Sum(Math.Log) - fit.ResidualSum);
}
