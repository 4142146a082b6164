using System.Diagnostics;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;

namespace Evidence.Benchmarks;

/// <summary>Our side: <see cref="RandomEffects.Pool"/> by REML.</summary>
/// <param name="Answer">What it answered.</param>
/// <param name="Timings">How long it took, once warm.</param>
internal sealed record EvidenceRun(Pooled Answer, Timings Timings)
{
    // Long enough for the just-in-time compiler to have put its best code in place.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly ModelOptions Reml = new() { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood };

    /// <summary>Warms up, then times each call.</summary>
    public static EvidenceRun Of(IReadOnlyList<EffectSize> effects, int repetitions, CancellationToken cancel)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            Pool(effects);
        var seconds = new List<double>();
        Pooled? answer = null;
        while (seconds.Count < repetitions)
        {
            cancel.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            answer = Pool(effects);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new EvidenceRun(answer!, new Timings(seconds));
    }

    private static Pooled Pool(IReadOnlyList<EffectSize> effects)
    {
        var answer = RandomEffects.Pool(effects, Reml);
        return answer.IsAnswered
            ? new Pooled(answer.Value.Estimate, answer.Value.BetweenStudyVariance!.Value)
            : throw new InvalidOperationException(answer.Refusal.Detail);
    }
}
