using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Networks;

/// <summary>All treatments of a network compared with each other.</summary>
public sealed record NetworkResult
{
    /// <summary>The treatments, in alphabetical order.</summary>
    public required IReadOnlyList<string> Treatments { get; init; }

    /// <summary>The league table: each treatment against each other one.</summary>
    public required IReadOnlyList<NetworkComparison> League { get; init; }

    /// <summary>The ranking, best first.</summary>
    public required IReadOnlyList<PScore> Ranking { get; init; }

    /// <summary>The between-study variance, the same for all comparisons; absent in the common-effect model.</summary>
    public BetweenStudyVariance? BetweenStudyVariance { get; init; }

    /// <summary>Q of the whole network, within designs and between them.</summary>
    public required NetworkInconsistency Inconsistency { get; init; }

    /// <summary>The methods.</summary>
    public required IReadOnlyList<Method> Methods { get; init; }

    /// <summary>The comparison of two treatments.</summary>
    public NetworkComparison Between(string treatment, string comparator) =>
        League.Single(each => each.Treatment == treatment && each.Comparator == comparator);
}

/// <summary>One treatment against another, from direct and indirect evidence together.</summary>
/// <param name="Treatment">The treatment.</param>
/// <param name="Comparator">What it is compared with.</param>
/// <param name="Estimate">The effect of the treatment less that of the comparator.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Test">The test that they do not differ.</param>
/// <param name="DirectStudies">Number of studies that compare the two themselves.</param>
public sealed record NetworkComparison(
    string Treatment, string Comparator, double Estimate, double StandardError, Interval Interval, SignificanceTest Test, int DirectStudies);
