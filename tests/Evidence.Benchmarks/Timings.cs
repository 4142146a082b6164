namespace Evidence.Benchmarks;

/// <summary>How long the calls of one side took.</summary>
/// <param name="Seconds">One a call.</param>
internal sealed record Timings(IReadOnlyList<double> Seconds)
{
    /// <summary>The shortest.</summary>
    public double Least => Seconds.Min();

    /// <summary>The middle one, of an even number the mean of the middle two.</summary>
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
        FormattableString.Invariant($"median {Median:F4} s, least {Least:F4} s, calls {Seconds.Count}");
}
