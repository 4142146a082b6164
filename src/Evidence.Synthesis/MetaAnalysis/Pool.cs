using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Pooling;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Effects of one measure that make sense together, in the model that is asked for.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Effects">The effects, by study.</param>
/// <param name="Decisions">What became of everything.</param>
public sealed record Pool(PoolQuestion Question, IReadOnlyList<ChosenEffect> Effects, IReadOnlyList<PoolingDecision> Decisions)
{
    /// <summary>Maximum number of rows that one pool is chosen from: the work of a request is bounded.</summary>
    public const int MaxRows = 20_000;

    private const int MaxEffects = 2000;

    private const int MinStudies = 2;
    private const int QuotedDecisions = 20;

    /// <summary>Domains whose outcomes are different things that share a name only by their term.</summary>
    private static readonly string[] ToldApartByTerm = [Terms.Domain.AdverseEvent, Terms.Domain.BloodPressure, Terms.Domain.Biomarker, Terms.Domain.Cognition];

    /// <summary>Which sign of the effects speaks for the first arm.</summary>
    public string Benefit => Effects.Count > 0 ? Effects[0].Benefit : Terms.Benefit.Negative;

    /// <summary>Number of studies in the pool.</summary>
    public int Studies => Effects.Select(effect => effect.Lead.Study).Distinct().Count();

    /// <summary>People in the effects whose numbers are reported.</summary>
    public int People => (int)Math.Round(Effects.Sum(effect => effect.FirstPeople + effect.SecondPeople ?? 0));

    /// <summary>Chooses the effects of a pool from the rows.</summary>
    public static Pool Choose(IReadOnlyList<EffectRow> rows, PoolQuestion question)
    {
        var choice = EffectChoice.Choose(rows, question.Rules);
        if (question.Model is not (PoolingModel.MantelHaenszel or PoolingModel.Peto))
            return new Pool(question, choice.Effects, choice.Decisions);
        var decisions = choice.Effects.Where(effect => effect.Table is null).Select(effect => new PoolingDecision
        {
            Study = effect.Lead.Study,
            Label = effect.Lead.Label,
            Outcome = effect.Lead.Outcome,
            Kind = Terms.DecisionKind.LeftOut,
            Reason = Terms.DecisionReason.NoTable,
            Detail = $"The model {question.Model.ToTerm()} needs the counts of both arms",
        }).ToList();
        var without = decisions.Select(decision => decision.Study).ToHashSet();
        return new Pool(
            question,
            [.. choice.Effects.Where(effect => effect.Table is not null)],
            [.. choice.Decisions.Where(decision => decision.Kind != Terms.DecisionKind.Chosen || !without.Contains(decision.Study)).Concat(decisions).OrderBy(decision => decision.Study, StringComparer.Ordinal)]);
    }

    /// <summary>Returns why the effects cannot be pooled, or null if they can.</summary>
    public Error? Validate(IReadOnlyList<EffectRow> rows)
    {
        if (ValidateMixture(rows) is { } mixture)
            return mixture;
        return Studies < MinStudies ? new Error(ErrorKind.CannotBePooled, TooFew + ExplainLeftOut()) : null;
    }

    /// <summary>Returns why the effects are not of one kind or too many, or null if they can be pooled.</summary>
    public Error? ValidateMixture(IReadOnlyList<EffectRow> rows)
    {
        if (ToldApartByTerm.Contains(Question.Domain) && ListTerms(rows) is { Count: > 1 } terms)
        {
            var error = new ErrorDetail("term", $"names one of the {terms.Count} things that are counted under {Question.Domain}.", terms);
            return new Error(ErrorKind.InvalidParameter, error);
        }

        if (!Measures.IsFreeOfUnits(Question.Rules.Measure) && ListInstruments(Effects) is { Count: > 1 } instruments)
        {
            var error = new ErrorDetail("instrument", "names one instrument: points of different scales cannot be averaged. Or take measure smd.", instruments);
            return new Error(ErrorKind.InvalidParameter, error);
        }

        return Effects.Count > MaxEffects
            ? new Error(ErrorKind.CannotBePooled, $"The pool would have {Effects.Count} effects; at most {MaxEffects} are pooled. Narrow the filters.")
            : null;
    }

    /// <summary>Pools some of the effects in the model of the question.</summary>
    public StatisticsResult<PooledEffect> Fit(IReadOnlyList<ChosenEffect> effects) => Question.Model switch
    {
        PoolingModel.MantelHaenszel => MantelHaenszel([.. effects.Select(effect => effect.Table!)]),
        PoolingModel.Peto => PetoPooling.Pool([.. effects.Select(effect => effect.Table!)]),
        PoolingModel.Random or PoolingModel.Common => RandomEffects.Pool([.. effects.Select(effect => effect.Value)], Question.Options),
    };

    private StatisticsResult<PooledEffect> MantelHaenszel(IReadOnlyList<TwoByTwoTable> tables) => Question.Rules.Measure switch
    {
        EffectMeasure.Or => MantelHaenszelOddsRatio.Pool(tables),
        EffectMeasure.Rr => MantelHaenszelRiskRatio.Pool(tables),
        EffectMeasure.Rd => MantelHaenszelRiskDifference.Pool(tables),
        EffectMeasure.Md or EffectMeasure.Smd or EffectMeasure.Smdh or EffectMeasure.Rom or EffectMeasure.Peto or EffectMeasure.Hr =>
            throw new InvalidOperationException($"{Question.Rules.Measure.ToTerm()} has no Mantel-Haenszel method."),
    };

    /// <summary>A sentence that says there are too few studies.</summary>
    public string TooFew => $"{(Studies == 0 ? "No study has" : $"One study ({Effects[0].Lead.Study}) has")} an effect that can be pooled; at least two are needed.";

    private string ExplainLeftOut()
    {
        var left = Decisions.Where(decision => decision.Kind == Terms.DecisionKind.LeftOut && Effects.All(effect => effect.Lead.Study != decision.Study)).DistinctBy(decision => (decision.Study, decision.Reason))
            .Take(QuotedDecisions).Select(decision => $"{decision.Study}: {decision.Detail}");
        return string.Join("; ", left) is { Length: > 0 } reasons ? $" Left out: {reasons}." : "";
    }

    private static List<string> ListTerms(IReadOnlyList<EffectRow> rows) =>
        [.. rows.Select(row => row.Term?.ToLowerInvariant()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static List<string> ListInstruments(IReadOnlyList<ChosenEffect> effects) =>
        [.. effects.Select(effect => effect.Lead.Instrument).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
