using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Estimates the between-study variance of highest restricted likelihood (REML).</summary>
public static class RestrictedMaximumLikelihood
{
    public static Method Method { get; } = new(
        "Restricted maximum-likelihood between-study variance",
        "Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ Behav Stat. "
            + "2005;30(3):261-293");

    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression) =>
        LikelihoodSearch.FindMaximum(LikelihoodCurve.FromRegression(regression, Score, fit => fit.SquaredTrace(), LogLikelihood)).Select(maximum =>
            BetweenStudyVariance.FromEstimate(
                maximum.Value,
                t => Math.Sqrt(2 / regression.FitAt(t).SquaredTrace()),
                Method,
                [.. maximum.Notes]));

    /// <summary>Computes y'PPy - tr(P), twice the slope of the likelihood.</summary>
    internal static double Score(WeightedFit fit) => fit.SquaredResidualSum - fit.Trace();

    /// <summary>Computes -½ (Σ ln(v + τ²) + ln |X'WX| + y'Py), without its constants.</summary>
    internal static double LogLikelihood(WeightedFit fit) =>
        0.5 * (fit.Weights.Sum(Math.Log) - fit.LogDeterminant - fit.ResidualSum);
}
