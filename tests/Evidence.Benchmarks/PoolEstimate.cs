namespace Evidence.Benchmarks;

/// <summary>Holds the two numbers that both sides must agree on.</summary>
/// <param name="Estimate">The pooled effect.</param>
/// <param name="BetweenStudyVariance">τ².</param>
internal sealed record PoolEstimate(double Estimate, double BetweenStudyVariance)
{
    /// <summary>Returns the larger of the two relative differences.</summary>
    public double DifferenceFrom(PoolEstimate reference) => Math.Max(
        Relative(Estimate, reference.Estimate), Relative(BetweenStudyVariance, reference.BetweenStudyVariance));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"estimate {Estimate:F10}, tau2 {BetweenStudyVariance:F10}");

    private static double Relative(double found, double reference) =>
        found == reference ? 0 : Math.Abs(found - reference) / Math.Abs(reference);
}
