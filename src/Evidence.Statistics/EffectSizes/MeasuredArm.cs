namespace Evidence.Statistics.EffectSizes;

/// <summary>Holds the figures of an arm that was measured on a scale.</summary>
/// <param name="People">Number of people measured (n); a part of one where an arm is shared between comparisons.</param>
/// <param name="Mean">Mean (m).</param>
/// <param name="StandardDeviation">Standard deviation of the people, not the standard error of the mean (sd).</param>
public sealed record MeasuredArm(double People, double Mean, double StandardDeviation)
{
    internal StatisticsError? Validate()
    {
        if (!double.IsFinite(Mean) || !double.IsFinite(People) || !double.IsFinite(StandardDeviation))
            return new StatisticsError(StatisticsErrorKind.InvalidInput, "An arm has a figure that is not a finite number");
        if (People <= 1)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"An arm has {People} people; expected more than one");
        return StandardDeviation < 0
            ? new StatisticsError(StatisticsErrorKind.InvalidInput, $"A standard deviation is {StandardDeviation}; expected none below zero")
            : null;
    }

    /// <summary>Returns the standard deviation within two arms, assumed equal in both.</summary>
    internal static double PooledStandardDeviation(MeasuredArm first, MeasuredArm second) =>
        Math.Sqrt(((first.People - 1) * Square(first.StandardDeviation) + (second.People - 1) * Square(second.StandardDeviation))
            / (first.People + second.People - 2));

    private static double Square(double x) => x * x;
}
