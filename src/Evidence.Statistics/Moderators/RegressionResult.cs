using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Moderators;

/// <summary>Effects explained by moderators.</summary>
public sealed record RegressionResult
{
    /// <summary>Number of effects (k).</summary>
    public required int Count { get; init; }

    /// <summary>The coefficients, the intercept first.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>Variances and covariances of the coefficients, row by row.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Covariance { get; init; }

    /// <summary>The between-study variance that the moderators leave unexplained; absent in the common-effect model.</summary>
    public BetweenStudyVariance? BetweenStudyVariance { get; init; }

    /// <summary>
    /// The share of the between-study variance that the moderators explain, in percent; absent where there was none to explain.
    /// </summary>
    public double? ExplainedPercent { get; init; }

    /// <summary>The test of all moderators together: QM on chi-squared, or F where Student's t is used.</summary>
    public required SignificanceTest ModeratorsTest { get; init; }

    /// <summary>Heterogeneity beyond the moderators (QE); absent where no effects are left over.</summary>
    public HeterogeneityStatistics? ResidualHeterogeneity { get; init; }

    /// <summary>The methods.</summary>
    public required IReadOnlyList<Method> Methods { get; init; }

    /// <summary>What to know about the answer.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }
}

/// <summary>One coefficient of a regression.</summary>
/// <param name="Name">Name of the moderator; "intercept" of the first.</param>
/// <param name="Estimate">The coefficient.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Test">The test that it is zero.</param>
public sealed record Coefficient(string Name, double Estimate, double StandardError, Interval Interval, SignificanceTest Test);
