namespace Evidence.Statistics;

/// <summary>
/// Names the distribution that estimates are compared with: Student's t if degrees of freedom are given, else the normal one.
/// </summary>
internal readonly record struct ReferenceDistribution(double? DegreesOfFreedom)
{
    public static ReferenceDistribution Normal => new(null);

    /// <summary>Returns the two-sided critical value at a level such as 0.95.</summary>
    public double CriticalValue(double level) => DegreesOfFreedom is { } df
        ? Distributions.StudentCriticalValue(level, df)
        : Distributions.NormalQuantile(1 - (1 - level) / 2);

    /// <summary>Tests, two-sided, that an estimate is zero.</summary>
    public SignificanceTest Test(double estimate, double standardError)
    {
        var statistic = estimate / standardError;
        return DegreesOfFreedom is { } df
            ? new SignificanceTest(statistic, TestDistribution.StudentT, df, null, Distributions.StudentTwoSided(statistic, df))
            : new SignificanceTest(statistic, TestDistribution.Normal, null, null, Distributions.NormalTwoSided(statistic));
    }
}
