using Evidence.Statistics;
using Evidence.Statistics.Bias;
using Evidence.Statistics.EffectSizes;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Computes the tests of small-study effects of a pool.</summary>
internal static class AsymmetryTests
{
    /// <summary>Below it the tests have too little power to tell chance from asymmetry.</summary>
    private const int MinForTests = 10;

    public static SmallStudyEffects Compute(Pool pool)
    {
        IReadOnlyList<EffectSize> effects = [.. pool.Effects.Select(effect => effect.Value)];
        var egger = EggerTest.ComputeClassical(effects);
        var eggerRandom = EggerTest.ComputeRandomEffects(effects, pool.Question.Options);
        var begg = BeggTest.Compute(effects);
        var filled = TrimAndFill.Compute(effects, pool.Question.Options);
        List<string> notes = [.. effects.Count < MinForTests ? [$"{effects.Count} effects: below ten, tests of asymmetry have too little power (Cochrane Handbook 13.3.5.4)."] : Array.Empty<string>()];
        AddError(notes, "Egger's test", egger.Error);
        AddError(notes, "Egger's random-effects test", eggerRandom.Error);
        AddError(notes, "Begg's test", begg.Error);
        AddError(notes, "Trim and fill", filled.Error);
        return new SmallStudyEffects
        {
            Egger = Describe(egger.Value),
            EggerRandomEffects = Describe(eggerRandom.Value),
            Begg = begg.Value is null ? null : new RankCorrelationResult { Tau = begg.Value.Correlation, P = begg.Value.Test.PValue },
            TrimAndFill = Describe(filled.Value, Measures.IsRatio(pool.Question.Rules.Measure)),
            Notes = notes,
        };
    }

    private static void AddError(List<string> notes, string test, StatisticsError? error)
    {
        if (error is not null)
            notes.Add($"{test}: {error.Message}.");
    }

    private static AsymmetryResult? Describe(AsymmetryTest? test) => test is null ? null : new AsymmetryResult
    {
        Slope = test.Slope,
        StandardError = test.SlopeStandardError,
        P = test.Test.PValue,
        LimitEstimate = test.LimitEstimate,
    };

    private static TrimAndFillPool? Describe(TrimAndFillResult? result, bool isRatio) => result is null ? null : new TrimAndFillPool
    {
        Missing = result.MissingCount,
        IsLeft = result.Side == FunnelSide.Left,
        Filled = [.. result.Filled.Select(effect => effect.Estimate)],
        FilledVariances = [.. result.Filled.Select(effect => effect.Variance)],
        Estimate = PooledEstimate.FromPooled(result.Pooled, isRatio),
    };
}
