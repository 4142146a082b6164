using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Estimates the between-study variance at which Q equals its expected value (Paule and Mandel; PM).</summary>
public static class PauleMandel
{
    public static Method Method { get; } = new(
        "Paule-Mandel between-study variance",
        "Paule RC, Mandel J. Consensus values and weighting factors. J Res Natl Bur Stand. 1982;87(5):377-385");

    /// <summary>Names the empirical Bayes method, which has the same solution.</summary>
    public static Method EmpiricalBayesMethod { get; } = new(
        "Empirical Bayes between-study variance",
        "Morris CN. Parametric empirical Bayes inference: theory and applications. J Am Stat Assoc. 1983;78(381):47-55");

    /// <summary>Finds the τ² with Q(τ²) = k - p; it is zero if Q is lower even without τ².</summary>
    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression, Method method)
    {
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        if (GeneralizedQ.Solve(regression, degreesOfFreedom) is not { } value)
            return new StatisticsError(StatisticsErrorKind.NotConverged, "No between-study variance gives the expected Q");
        var sumOfWeights = regression.FitAt(value).SumOfWeights;
        var standardError = Math.Sqrt(2.0 / degreesOfFreedom) * regression.Count / sumOfWeights;
        return BetweenStudyVariance.FromEstimate(value, _ => standardError, method);
    }
}
