using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Moderators;

/// <summary>Holds effects explained by moderators.</summary>
public sealed record RegressionResult
{
    /// <summary>The regression has this number of effects (k).</summary>
    public required int Count { get; init; }

    /// <summary>The coefficients begin with the intercept.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>The variances and covariances of the coefficients are given row by row.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Covariance { get; init; }

    /// <summary>
    /// The between-study variance is what the moderators leave unexplained; it is null in the common-effect model.
    /// </summary>
    public BetweenStudyVariance? BetweenStudyVariance { get; init; }

    /// <summary>
    /// The share of the between-study variance that the moderators explain is in percent; it is null if there is none to explain.
    /// </summary>
    public double? ExplainedPercent { get; init; }

    /// <summary>All moderators are tested together: QM on chi-squared, or F if Student's t is used.</summary>
    public required SignificanceTest ModeratorsTest { get; init; }

    /// <summary>The heterogeneity beyond the moderators (QE) is null if no degrees of freedom are left.</summary>
    public HeterogeneityStatistics? ResidualHeterogeneity { get; init; }

    public required IReadOnlyList<Method> Methods { get; init; }

    /// <summary>The notes explain the result.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }
}

/// <summary>Holds one coefficient of a regression.</summary>
/// <param name="Name">Name of the moderator; "intercept" of the first.</param>
/// <param name="Estimate">The coefficient.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Test">The test that it is zero.</param>
public sealed record Coefficient(string Name, double Estimate, double StandardError, Interval Interval, SignificanceTest Test);
