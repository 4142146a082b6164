namespace Evidence.Benchmarks;

/// <summary>Holds how long the calls of one side took.</summary>
/// <param name="Seconds">One a call.</param>
internal sealed record Timings(IReadOnlyList<double> Seconds)
{
    /// <summary>The shortest call is the one least disturbed by other work.</summary>
    public double Min => Seconds.Min();

    /// <summary>The median is the middle call, or the mean of the middle two.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. Seconds.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"median {Median:F4} s, least {Min:F4} s, calls {Seconds.Count}");
}
