using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Networks;

/// <summary>Compares all treatments of a network with each other.</summary>
public sealed record NetworkEstimates
{
    /// <summary>The treatments are in alphabetical order.</summary>
    public required IReadOnlyList<string> Treatments { get; init; }

    /// <summary>The league table compares each treatment with each other one.</summary>
    public required IReadOnlyList<NetworkComparison> League { get; init; }

    /// <summary>The ranking begins with the best treatment.</summary>
    public required IReadOnlyList<PScore> Ranking { get; init; }

    /// <summary>The between-study variance is the same for all comparisons; it is null in the common-effect model.</summary>
    public BetweenStudyVariance? BetweenStudyVariance { get; init; }

    /// <summary>Q is given for the whole network, within designs and between them.</summary>
    public required NetworkInconsistency Inconsistency { get; init; }

    public required IReadOnlyList<Method> Methods { get; init; }

    /// <summary>Finds the comparison of two treatments in the league table.</summary>
    public NetworkComparison FindComparison(string treatment, string comparator) =>
        League.Single(each => each.Treatment == treatment && each.Comparator == comparator);
}

/// <summary>Compares one treatment with another, from direct and indirect evidence together.</summary>
/// <param name="Treatment">The treatment.</param>
/// <param name="Comparator">What it is compared with.</param>
/// <param name="Estimate">The effect of the treatment less that of the comparator.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Test">The test that they do not differ.</param>
/// <param name="DirectStudies">Number of studies that compare the two themselves.</param>
public sealed record NetworkComparison(
    string Treatment, string Comparator, double Estimate, double StandardError, Interval Interval, SignificanceTest Test, int DirectStudies);
