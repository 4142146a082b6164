using Evidence.Api.Effects;
using Evidence.Statistics;
using Evidence.Statistics.Bias;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Api.MetaAnalysis;

/// <summary>The tests of small-study effects of a pool.</summary>
internal static class AsymmetryTests
{
    /// <summary>Below it the tests have too little power to tell chance from asymmetry.</summary>
    private const int FewestForTests = 10;

    public static SmallStudyEffects Of(Pool pool)
    {
        IReadOnlyList<EffectSize> effects = [.. pool.Effects.Select(effect => effect.Value)];
        var egger = EggerTest.Classical(effects);
        var eggerRandom = EggerTest.RandomEffects(effects, pool.Question.Options);
        var begg = BeggTest.Of(effects);
        var filled = TrimAndFill.Of(effects, pool.Question.Options);
        List<string> remarks = [.. effects.Count < FewestForTests ? [$"{effects.Count} effects: below ten, tests of asymmetry have too little power (Cochrane Handbook 13.3.5.4)."] : Array.Empty<string>()];
        AddRefusal(remarks, "Egger's test", egger.Refusal);
        AddRefusal(remarks, "Egger's random-effects test", eggerRandom.Refusal);
        AddRefusal(remarks, "Begg's test", begg.Refusal);
        AddRefusal(remarks, "Trim and fill", filled.Refusal);
        return new SmallStudyEffects
        {
            Egger = Describe(egger.Value),
            EggerRandomEffects = Describe(eggerRandom.Value),
            Begg = begg.Value is null ? null : new RankCorrelationResult { Tau = begg.Value.Correlation, P = begg.Value.Test.PValue },
            TrimAndFill = Describe(filled.Value, Measures.IsRatio(pool.Question.Rules.Measure)),
            Remarks = remarks,
        };
    }

    private static void AddRefusal(List<string> remarks, string test, Refusal? refusal)
    {
        if (refusal is not null)
            remarks.Add($"{test}: {refusal.Detail}.");
    }

    private static AsymmetryResult? Describe(AsymmetryTest? test) => test is null ? null : new AsymmetryResult
    {
        Slope = test.Slope,
        StandardError = test.SlopeStandardError,
        P = test.Test.PValue,
        LimitEstimate = test.LimitEstimate,
    };

    private static TrimAndFillAnswer? Describe(TrimAndFillResult? result, bool isRatio) => result is null ? null : new TrimAndFillAnswer
    {
        Missing = result.MissingCount,
        IsLeft = result.Side == FunnelSide.Left,
        Filled = [.. result.Filled.Select(effect => effect.Estimate)],
        FilledVariances = [.. result.Filled.Select(effect => effect.Variance)],
        Estimate = PooledEstimate.Of(result.Pooled, isRatio),
    };
}
