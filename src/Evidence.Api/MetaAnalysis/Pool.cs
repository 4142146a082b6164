using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Pooling;

namespace Evidence.Api.MetaAnalysis;

/// <summary>Effects of one measure that make sense together, in the model that is asked for.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Effects">The effects, by study.</param>
/// <param name="Decisions">What became of everything.</param>
public sealed record Pool(PoolQuestion Question, IReadOnlyList<ChosenEffect> Effects, IReadOnlyList<Decision> Decisions)
{
    private const int MostEffects = 2000;

    private const int FewestStudies = 2;
    private const int QuotedDecisions = 20;

    /// <summary>Domains whose outcomes are different things that share a name only by their term.</summary>
    private static readonly string[] ToldApartByTerm = ["adverse-event", "blood-pressure", "biomarker", "cognition"];

    /// <summary>Which sign of the effects speaks for the first arm.</summary>
    public string Benefit => Effects.Count > 0 ? Effects[0].Benefit : "negative";

    /// <summary>Number of studies in the pool.</summary>
    public int Studies => Effects.Select(effect => effect.Lead.Study).Distinct().Count();

    /// <summary>People in the effects whose numbers are reported.</summary>
    public int People => (int)Math.Round(Effects.Sum(effect => effect.FirstPeople + effect.SecondPeople ?? 0));

    /// <summary>The pool that the rows give.</summary>
    public static Pool Of(IReadOnlyList<EffectRow> rows, PoolQuestion question)
    {
        var choice = EffectChoice.Of(rows, question.Rules);
        if (question.Model is not ("mantel-haenszel" or "peto"))
            return new Pool(question, choice.Effects, choice.Decisions);
        var decisions = choice.Effects.Where(effect => effect.Table is null).Select(effect => new Decision
        {
            Study = effect.Lead.Study,
            Label = effect.Lead.Label,
            Outcome = effect.Lead.Outcome,
            Kind = "left-out",
            Reason = "no-table",
            Detail = $"The model {question.Model} needs the counts of both arms",
        }).ToList();
        var without = decisions.Select(decision => decision.Study).ToHashSet();
        return new Pool(
            question,
            [.. choice.Effects.Where(effect => effect.Table is not null)],
            [.. choice.Decisions.Where(decision => decision.Kind != "chosen" || !without.Contains(decision.Study)).Concat(decisions).OrderBy(decision => decision.Study, StringComparer.Ordinal)]);
    }

    /// <summary>Why the effects are not to be pooled; nothing where they may be.</summary>
    public Problem? Fault(IReadOnlyList<EffectRow> rows)
    {
        if (Mixture(rows) is { } mixture)
            return mixture;
        return Studies < FewestStudies ? ProblemTypes.CannotBePooled.With(TooFew + WhatWasLeftOut()) : null;
    }

    /// <summary>Why the effects are not of one thing, or too many; nothing where all is well.</summary>
    public Problem? Mixture(IReadOnlyList<EffectRow> rows)
    {
        if (ToldApartByTerm.Contains(Question.Domain) && TermsOf(rows) is { Count: > 1 } terms)
        {
            var error = new ParameterError("term", $"names one of the {terms.Count} things that are counted under {Question.Domain}.", terms);
            return ProblemTypes.InvalidParameter.With(error);
        }

        if (!Measures.IsFreeOfUnits(Question.Rules.Measure) && InstrumentsOf(Effects) is { Count: > 1 } instruments)
        {
            var error = new ParameterError("instrument", "names one instrument: points of different scales cannot be averaged. Or take measure smd.", instruments);
            return ProblemTypes.InvalidParameter.With(error);
        }

        return Effects.Count > MostEffects
            ? ProblemTypes.CannotBePooled.With($"The pool would have {Effects.Count} effects; at most {MostEffects} are pooled. Narrow the filters.")
            : null;
    }

    /// <summary>Pools some of the effects in the model of the question.</summary>
    public Answer<PooledEffect> Fit(IReadOnlyList<ChosenEffect> effects) => Question.Model switch
    {
        "mantel-haenszel" => MantelHaenszel([.. effects.Select(effect => effect.Table!)]),
        "peto" => PetoPooling.Pool([.. effects.Select(effect => effect.Table!)]),
        _ => RandomEffects.Pool([.. effects.Select(effect => effect.Value)], Question.Options),
    };

    private Answer<PooledEffect> MantelHaenszel(IReadOnlyList<TwoByTwoTable> tables) => Question.Rules.Measure switch
    {
        "or" => MantelHaenszelOddsRatio.Pool(tables),
        "rr" => MantelHaenszelRiskRatio.Pool(tables),
        _ => MantelHaenszelRiskDifference.Pool(tables),
    };

    /// <summary>That there are too few studies, in a sentence.</summary>
    public string TooFew => $"{(Studies == 0 ? "No study has" : $"One study ({Effects[0].Lead.Study}) has")} an effect that can be pooled; two are the fewest.";

    private string WhatWasLeftOut()
    {
        var left = Decisions.Where(decision => decision.Kind == "left-out" && Effects.All(effect => effect.Lead.Study != decision.Study)).DistinctBy(decision => (decision.Study, decision.Reason))
            .Take(QuotedDecisions).Select(decision => $"{decision.Study}: {decision.Detail}");
        return string.Join("; ", left) is { Length: > 0 } reasons ? $" Left out: {reasons}." : "";
    }

    private static List<string> TermsOf(IReadOnlyList<EffectRow> rows) =>
        [.. rows.Select(row => row.Term?.ToLowerInvariant()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static List<string> InstrumentsOf(IReadOnlyList<ChosenEffect> effects) =>
        [.. effects.Select(effect => effect.Lead.Instrument).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
