using System.Diagnostics;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;

namespace Evidence.Benchmarks;

/// <summary>Times our side: <see cref="RandomEffects.Pool"/> by REML.</summary>
/// <param name="Estimate">The numbers that the calls returned.</param>
/// <param name="Timings">How long it took, once warm.</param>
internal sealed record EvidenceRun(PoolEstimate Estimate, Timings Timings)
{
    // Long enough for the just-in-time compiler to have put its best code in place.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly ModelOptions Reml = new() { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood };

    /// <summary>Warms up, then times each call.</summary>
    public static EvidenceRun Measure(IReadOnlyList<EffectSize> effects, int repetitions, CancellationToken cancel)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            Pool(effects);
        var seconds = new List<double>();
        PoolEstimate? result = null;
        while (seconds.Count < repetitions)
        {
            cancel.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            result = Pool(effects);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new EvidenceRun(result!, new Timings(seconds));
    }

    private static PoolEstimate Pool(IReadOnlyList<EffectSize> effects)
    {
        var result = RandomEffects.Pool(effects, Reml);
        return result.IsSuccess
            ? new PoolEstimate(result.Value.Estimate, result.Value.BetweenStudyVariance!.Value)
            : throw new InvalidOperationException(result.Error.Message);
    }
}
