using Evidence.Statistics.EffectSizes;

namespace Evidence.Benchmarks;

/// <summary>Generates effects of a random-effects model, the same for the same seed.</summary>
internal static class GeneratedEffects
{
    private const double Mean = 0.3;
    private const double BetweenStudyVariance = 0.05;

    // About those of standardized mean differences with 200 and with 4 people an arm.
    private const double SmallestVariance = 0.01;
    private const double LargestVariance = 0.5;

    /// <summary>Generates effects around a mean of 0.3, with variances spread evenly on the logarithmic scale.</summary>
    public static IReadOnlyList<EffectSize> Generate(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Next(random))];
    }

    private static EffectSize Next(Random random)
    {
        var variance = SmallestVariance * Math.Pow(LargestVariance / SmallestVariance, random.NextDouble());
        return new EffectSize(Mean + Normal(random) * Math.Sqrt(variance + BetweenStudyVariance), variance);
    }

    /// <summary>Draws a standard normal number (Box &amp; Muller 1958).</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
