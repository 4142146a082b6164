namespace Evidence.Statistics;

/// <summary>Holds a test statistic with its distribution and p value.</summary>
/// <param name="Statistic">Value of the statistic.</param>
/// <param name="Distribution">The distribution it has under the hypothesis.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom, of F those of the numerator; absent for the normal distribution.</param>
/// <param name="DenominatorDegreesOfFreedom">Degrees of freedom of the denominator of F.</param>
/// <param name="PValue">Probability of a statistic at least as extreme.</param>
public sealed record SignificanceTest(
    double Statistic, TestDistribution Distribution, double? DegreesOfFreedom, double? DenominatorDegreesOfFreedom, double PValue);

/// <summary>Names the distributions of test statistics.</summary>
public enum TestDistribution
{
    Normal,
    StudentT,
    ChiSquared,
    F,

    /// <summary>The exact distribution of Kendall's rank correlation is used.</summary>
    KendallExact,
}
