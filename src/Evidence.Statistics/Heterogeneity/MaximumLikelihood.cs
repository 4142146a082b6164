using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>The between-study variance of highest likelihood (ML); too low where studies are few.</summary>
public static class MaximumLikelihood
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Maximum-likelihood between-study variance",
        "Hardy RJ, Thompson SG. A likelihood approach to meta-analysis with random effects. Stat Med. 1996;15(6):619-629");

    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression) =>
        LikelihoodSearch.Maximum(LikelihoodCurve.Of(regression, Score, fit => fit.SumOfSquaredWeights, LogLikelihood)).Select(maximum =>
            BetweenStudyVariance.Of(
                maximum.Value,
                t => Math.Sqrt(2 / regression.At(t).SumOfSquaredWeights),
                Method,
                [.. maximum.Remarks]));

    /// <summary>y'PPy - Σw, twice the slope of the likelihood.</summary>
    internal static double Score(WeightedFit fit) => fit.SquaredResidualSum - fit.SumOfWeights;

    /// <summary>-½ (Σ ln(v + τ²) + y'Py), without its constants.</summary>
    internal static double LogLikelihood(WeightedFit fit) => 0.5 * (fit.Weights.Sum(Math.Log) - fit.ResidualSum);
}
