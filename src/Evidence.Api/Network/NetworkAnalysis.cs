using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics.Networks;

namespace Evidence.Api.Network;

/// <summary>Fits the network of a selection and describes it.</summary>
public static class NetworkAnalysis
{
    /// <summary>Matrices of the effects are inverted at each step; beyond this many that would take too long.</summary>
    private const int MostEffects = 100;

    /// <summary>The answer, or why there is none.</summary>
    public static (NetworkAnswer? Result, Problem? Problem) Of(IReadOnlyList<EffectRow> rows, PoolQuestion question, string node)
    {
        var choice = NodeChoice.Of(rows, question.Rules, row => NodesOf(row, node));
        var (connected, unconnected) = TreatmentNetwork.LargestPart(choice.Effects);
        var (studies, effects, uncombined) = TreatmentNetwork.Of(connected, question.Rules.Measure);
        var pool = new Pool(question, [.. effects.Select(effect => effect.Effect)], choice.Decisions);
        if (pool.Fault(rows) is { } fault)
            return (null, fault);
        if (effects.Count > MostEffects)
            return (null, ProblemTypes.CannotBePooled.With($"The network would have {effects.Count} effects; at most {MostEffects} are taken. Narrow the filters."));
        var isHigherBetter = pool.Benefit == "positive";
        var fit = NetworkMetaAnalysis.Fit(studies, isHigherBetter, common: question.Model == "common");
        if (!fit.IsAnswered)
            return (null, ProblemTypes.CannotBePooled.With(fit.Refusal.Detail));
        return (Describe(pool, fit.Value, effects, node) with
        {
            Decisions = [.. DecisionsOf(choice.Decisions, [.. unconnected, .. uncombined])],
        }, null);
    }

    /// <summary>The treatments of a row's two arms.</summary>
    private static (string Treatment, string Comparator) NodesOf(EffectRow row, string node)
    {
        var (one, other) = (Treatment(row.Intervention), Treatment(row.Comparator));
        return node == "intervention" ? (one, other) : ($"{one} {row.Route}", $"{other} {row.ComparatorRoute}");
    }

    private static string Treatment(string intervention) => intervention == "saline" ? "placebo" : intervention;

    private static IEnumerable<Decision> DecisionsOf(IReadOnlyList<Decision> made, List<Decision> late)
    {
        var dropped = late.Select(decision => (decision.Study, decision.Outcome, decision.Arm)).ToHashSet();
        return made.Where(decision => decision.Kind != "chosen" || !dropped.Any(drop => drop.Study == decision.Study && drop.Outcome == decision.Outcome))
            .Concat(late).OrderBy(decision => decision.Study, StringComparer.Ordinal);
    }

    private static NetworkAnswer Describe(Pool pool, NetworkResult fit, IReadOnlyList<NodeEffect> effects, string node)
    {
        var isRatio = Measures.IsRatio(pool.Question.Rules.Measure);
        return new NetworkAnswer
        {
            Settings = PoolAnalysis.SettingsOf(pool) with { Interval = "wald" },
            Node = node,
            Studies = pool.Studies,
            Treatments = [.. fit.Ranking.Select(score => Describe(score, effects))],
            Edges =
            [
                .. fit.League.Where(pair => pair.DirectStudies > 0 && string.CompareOrdinal(pair.Treatment, pair.Comparator) < 0)
                    .Select(pair => new NetworkEdge { Treatment = pair.Treatment, Comparator = pair.Comparator, Studies = pair.DirectStudies }),
            ],
            League = [.. fit.League.Select(pair => Describe(pair, isRatio))],
            TauSquared = fit.BetweenStudyVariance?.Value,
            Total = HeterogeneityTest.Of(fit.Inconsistency.Total),
            WithinDesigns = HeterogeneityTest.Of(fit.Inconsistency.WithinDesigns),
            BetweenDesigns = HeterogeneityTest.Of(fit.Inconsistency.BetweenDesigns),
            Rows = [.. effects.Select(Describe)],
            Decisions = [],
            Methods = MethodCitation.Of(fit.Methods.Concat(fit.BetweenStudyVariance is { } between ? [between.Method] : [])),
            Remarks = [.. RemarksOf(fit), .. PoolRemarks.Measurements(pool)],
        };
    }

    private static IEnumerable<string> RemarksOf(NetworkResult fit)
    {
        yield return "A network takes it that studies of different comparisons would have seen the same effects in each other's people (transitivity); that is a judgement, not a result.";
        if (fit.Inconsistency.BetweenDesigns is null)
            yield return "The network has no loop, so that inconsistency cannot show.";
        if (fit.BetweenStudyVariance is null)
            yield return "No between-study variance is in the model.";
    }

    private static NetworkTreatment Describe(PScore score, IReadOnlyList<NodeEffect> effects) => new()
    {
        Treatment = score.Treatment,
        Studies = effects.Where(effect => effect.Treatment == score.Treatment || effect.Comparator == score.Treatment)
            .Select(effect => effect.Effect.Lead.Study).Distinct().Count(),
        People = (int)Math.Round(
            effects.Where(effect => effect.Treatment == score.Treatment).Sum(effect => effect.Effect.FirstPeople ?? 0)
            + effects.Where(effect => effect.Comparator == score.Treatment).DistinctBy(effect => effect.Effect.Lead.Study).Sum(effect => effect.Effect.SecondPeople ?? 0)),
        PScore = score.Score,
    };

    private static LeagueRow Describe(NetworkComparison pair, bool isRatio) => new()
    {
        Treatment = pair.Treatment,
        Comparator = pair.Comparator,
        Estimate = pair.Estimate,
        StandardError = pair.StandardError,
        CiLow = pair.Interval.Lower,
        CiHigh = pair.Interval.Upper,
        P = pair.Test.PValue,
        Ratio = isRatio ? RatioEstimate.Of(pair.Estimate, pair.Interval.Lower, pair.Interval.Upper, prediction: null) : null,
        DirectStudies = pair.DirectStudies,
    };

    private static NetworkRow Describe(NodeEffect effect) => new()
    {
        Study = effect.Effect.Lead.Study,
        Label = effect.Effect.Lead.Label,
        Treatment = effect.Treatment,
        Comparator = effect.Comparator,
        Outcomes = effect.Effect.Outcomes,
        Instrument = effect.Effect.Lead.Instrument,
        TimeHours = effect.Effect.Lead.TimeHours,
        Yi = effect.Effect.Value.Estimate,
        Vi = effect.Effect.Value.Variance,
        N1i = effect.Effect.FirstPeople,
        N2i = effect.Effect.SecondPeople,
        RetractionStatus = effect.Effect.Lead.RetractionStatus,
        SourceUrl = effect.Effect.Lead.SourceUrl,
    };
}
