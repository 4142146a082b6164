namespace Evidence.Statistics.EffectSizes;

/// <summary>Holds the figures of people who were measured twice: in both periods of a crossover, or before and after.</summary>
/// <param name="People">Number of people with both measurements (n).</param>
/// <param name="FirstMean">Mean under the first condition.</param>
/// <param name="FirstStandardDeviation">Standard deviation under the first condition.</param>
/// <param name="SecondMean">Mean under the second condition.</param>
/// <param name="SecondStandardDeviation">Standard deviation under the second condition.</param>
/// <param name="Correlation">Correlation of the two measurements (r); it is stated, never assumed here.</param>
public sealed record PairedArms(
    double People, double FirstMean, double FirstStandardDeviation, double SecondMean, double SecondStandardDeviation, double Correlation)
{
    /// <summary>The variance of the differences is sd1² + sd2² - 2 r sd1 sd2.</summary>
    internal double VarianceOfDifferences =>
        FirstStandardDeviation * FirstStandardDeviation + SecondStandardDeviation * SecondStandardDeviation
            - 2 * Correlation * FirstStandardDeviation * SecondStandardDeviation;

    internal StatisticsError? Validate()
    {
        var first = new MeasuredArm(People, FirstMean, FirstStandardDeviation).Validate();
        if ((first ?? new MeasuredArm(People, SecondMean, SecondStandardDeviation).Validate()) is { } error)
            return error;
        return Correlation is >= -1 and <= 1
            ? null
            : new StatisticsError(StatisticsErrorKind.InvalidInput, $"The correlation is {Correlation}; expected one from -1 to 1");
    }
}
