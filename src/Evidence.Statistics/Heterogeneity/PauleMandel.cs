using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>
/// Paule and Mandel's estimator of the between-study variance (PM): the one at which Q is what it is expected to be.
/// </summary>
public static class PauleMandel
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Paule-Mandel between-study variance",
        "Paule RC, Mandel J. Consensus values and weighting factors. J Res Natl Bur Stand. 1982;87(5):377-385");

    /// <summary>The empirical Bayes method, which has the same solution.</summary>
    public static Method EmpiricalBayes { get; } = new(
        "Empirical Bayes between-study variance",
        "Morris CN. Parametric empirical Bayes inference: theory and applications. J Am Stat Assoc. 1983;78(381):47-55");

    /// <summary>The τ² with Q(τ²) = k - p; zero where Q is lower even without one.</summary>
    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression, Method method)
    {
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        if (GeneralizedQ.Solve(regression, degreesOfFreedom) is not { } value)
            return new Refusal(RefusalReason.NotConverged, "No between-study variance gives the expected Q");
        var sumOfWeights = regression.At(value).SumOfWeights;
        var standardError = Math.Sqrt(2.0 / degreesOfFreedom) * regression.Count / sumOfWeights;
        return BetweenStudyVariance.Of(value, _ => standardError, method);
    }
}
