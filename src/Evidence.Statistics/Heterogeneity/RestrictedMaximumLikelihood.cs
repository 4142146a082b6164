using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>The between-study variance of highest restricted likelihood (REML).</summary>
public static class RestrictedMaximumLikelihood
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Restricted maximum-likelihood between-study variance",
        "Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ Behav Stat. "
            + "2005;30(3):261-293");

    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression) =>
        LikelihoodSearch.Maximum(LikelihoodCurve.Of(regression, Score, fit => fit.SquaredTrace(), LogLikelihood)).Select(maximum =>
            BetweenStudyVariance.Of(
                maximum.Value,
                t => Math.Sqrt(2 / regression.At(t).SquaredTrace()),
                Method,
                [.. maximum.Remarks]));

    /// <summary>y'PPy - tr(P), twice the slope of the likelihood.</summary>
    internal static double Score(WeightedFit fit) => fit.SquaredResidualSum - fit.Trace();

    /// <summary>-½ (Σ ln(v + τ²) + ln |X'WX| + y'Py), without its constants.</summary>
    internal static double LogLikelihood(WeightedFit fit) =>
        0.5 * (fit.Weights.Sum(Math.Log) - fit.LogDeterminant - fit.ResidualSum);
}
