using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Networks;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.Network;

/// <summary>Fits the network of a selection and describes it.</summary>
public static class NetworkAnalysis
{
    /// <summary>Matrices of the effects are inverted at each step; beyond this many that would take too long.</summary>
    private const int MaxEffects = 100;

    /// <summary>Chooses the effects, fits the network and warns of retracted studies.</summary>
    public static Result<NetworkResult> Analyze(SelectedEffects selected, PoolQuestion question, NetworkNode node) =>
        Analyze(selected.Rows, question, node).Map(result => selected.Warnings.Count == 0
            ? result
            : result with { Warnings = selected.Warnings, Notes = [.. RetractionNotes.Describe(selected.Warnings, question.Rules), .. result.Notes] });

    /// <summary>Fits the network; fails if the effects cannot be compared, or are too few or too many.</summary>
    public static Result<NetworkResult> Analyze(IReadOnlyList<EffectRow> rows, PoolQuestion question, NetworkNode node)
    {
        var choice = NodeChoice.Choose(rows, question.Rules, row => GetNodes(row, node));
        var (connected, unconnected) = TreatmentNetwork.FindLargestPart(choice.Effects);
        var (studies, effects, uncombined) = TreatmentNetwork.Build(connected, question.Rules.Measure);
        var pool = new Pool(question, [.. effects.Select(effect => effect.Effect)], choice.Decisions);
        if (pool.Validate(rows) is { } error)
            return error;
        if (effects.Count > MaxEffects)
            return new Error(ErrorKind.CannotBePooled, $"The network would have {effects.Count} effects; at most {MaxEffects} are taken. Narrow the filters.");
        var isHigherBetter = pool.Benefit == Terms.Benefit.Positive;
        var fit = NetworkMetaAnalysis.Fit(studies, isHigherBetter, common: question.Model == PoolingModel.Common);
        if (!fit.IsSuccess)
            return new Error(ErrorKind.CannotBePooled, fit.Error.Message);
        return Describe(pool, fit.Value, effects, node) with
        {
            Decisions = [.. ReplaceDecisions(choice.Decisions, [.. unconnected, .. uncombined])],
        };
    }

    /// <summary>Returns the treatments of a row's two arms.</summary>
    private static (string Treatment, string Comparator) GetNodes(EffectRow row, NetworkNode node)
    {
        var (one, other) = (GetTreatment(row.Intervention), GetTreatment(row.Comparator));
        return node == NetworkNode.Intervention ? (one, other) : ($"{one} {row.Route}", $"{other} {row.ComparatorRoute}");
    }

    private static string GetTreatment(string intervention) => intervention == Terms.Intervention.Saline ? Terms.Intervention.Placebo : intervention;

    private static IEnumerable<PoolingDecision> ReplaceDecisions(IReadOnlyList<PoolingDecision> made, List<PoolingDecision> late)
    {
        var dropped = late.Select(decision => (decision.Study, decision.Outcome, decision.Arm)).ToHashSet();
        return made.Where(decision => decision.Kind != Terms.DecisionKind.Chosen || !dropped.Any(drop => drop.Study == decision.Study && drop.Outcome == decision.Outcome))
            .Concat(late).OrderBy(decision => decision.Study, StringComparer.Ordinal);
    }

    private static NetworkResult Describe(Pool pool, NetworkEstimates fit, IReadOnlyList<NodeEffect> effects, NetworkNode node)
    {
        var isRatio = Measures.IsRatio(pool.Question.Rules.Measure);
        return new NetworkResult
        {
            Settings = PoolAnalysis.GetSettings(pool) with { Interval = Terms.IntervalMethod.Wald },
            Node = node.ToTerm(),
            Studies = pool.Studies,
            Treatments = [.. fit.Ranking.Select(score => Describe(score, effects))],
            Edges =
            [
                .. fit.League.Where(pair => pair.DirectStudies > 0 && string.CompareOrdinal(pair.Treatment, pair.Comparator) < 0)
                    .Select(pair => new NetworkEdge { Treatment = pair.Treatment, Comparator = pair.Comparator, Studies = pair.DirectStudies }),
            ],
            League = [.. fit.League.Select(pair => Describe(pair, isRatio))],
            TauSquared = fit.BetweenStudyVariance?.Value,
            Total = HeterogeneityTest.FromTest(fit.Inconsistency.Total),
            WithinDesigns = HeterogeneityTest.FromTest(fit.Inconsistency.WithinDesigns),
            BetweenDesigns = HeterogeneityTest.FromTest(fit.Inconsistency.BetweenDesigns),
            Rows = [.. effects.Select(Describe)],
            Decisions = [],
            Methods = MethodCitation.FromMethods(fit.Methods.Concat(fit.BetweenStudyVariance is { } between ? [between.Method] : [])),
            Notes = [.. GetNotes(fit), .. PoolNotes.DescribeMeasurements(pool)],
        };
    }

    private static IEnumerable<string> GetNotes(NetworkEstimates fit)
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
        Ratio = isRatio ? RatioEstimate.FromLogarithm(pair.Estimate, pair.Interval.Lower, pair.Interval.Upper, prediction: null) : null,
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
