using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Writes what a reader has to know about a pool, in sentences.</summary>
internal static class PoolNotes
{
    /// <summary>Drugs that are asked about; on both sides of a comparison they answer another question.</summary>
    private static readonly string[] Drugs = [Terms.Intervention.Ketamine, Terms.Intervention.Esketamine, Terms.Intervention.Arketamine];

    private const int MaxTerms = 5;

    /// <summary>Returns the notes on what differs among the effects, which a narrower question would avoid.</summary>
    public static IEnumerable<string> Describe(Pool pool) =>
        DescribeSides(pool).Concat(DescribeMeasurements(pool)).Concat(DescribeCrossovers(pool)).Concat(DescribeZeroCells(pool));

    /// <summary>Returns the notes on what differs between the treatments that are compared.</summary>
    private static IEnumerable<string> DescribeSides(Pool pool)
    {
        foreach (var (parameter, named, values) in new[]
        {
            ("intervention", pool.Question.Interventions, pool.Effects.Select(effect => effect.Lead.Intervention)),
            ("comparator", pool.Question.Comparators, pool.Effects.Select(effect => effect.Lead.Comparator)),
        })
        {
            if (FindSeveral(values) is { } several)
                yield return $"This pools {(parameter == "comparator" ? "comparisons with " : "")}{several}; filter by {parameter} to separate them.";
            if (named.Except(values).ToList() is { Count: > 0 } missing)
                yield return $"No effect is {(parameter == "comparator" ? "against" : "of")} {string.Join(", ", missing)}, which was asked for.";
        }

        if (FindLabels(pool, effect => Drugs.Contains(effect.Lead.Comparator)) is { } headToHead)
            yield return $"Here the comparator is ketamine or its like, and no control: {headToHead}.";
    }

    /// <summary>Returns the notes on what differs between the measurements, and on people who are not counted.</summary>
    public static IEnumerable<string> DescribeMeasurements(Pool pool)
    {
        if (FindSeveral(pool.Effects.Select(effect => effect.Lead.Instrument ?? "events")) is { } instruments)
            yield return $"This pools measurements with {instruments}; filter by instrument to separate them.";
        var terms = pool.Effects.Select(effect => effect.Lead.Term).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (terms.Count > 1)
            yield return $"What is counted differs: {string.Join("; ", terms.Take(MaxTerms))}{(terms.Count > MaxTerms ? $"; and {terms.Count - MaxTerms} more" : "")}. The effects have it as term.";
        if (pool.Question.Rules.Measure is EffectMeasure.Smd or EffectMeasure.Smdh && pool.Effects.Select(effect => effect.Lead.Metric).Distinct().Count() > 1)
            yield return "Endpoints and changes from baseline are mixed: they are standardized by different spreads (Cochrane Handbook 10.5.2).";
        var counted = pool.Effects.Count(effect => effect.FirstPeople is not null && effect.SecondPeople is not null);
        if (counted < pool.Effects.Count)
            yield return $"The number of people is that of {counted} of {pool.Effects.Count} effects; of the others it is not reported.";
    }

    /// <summary>Returns the notes on crossovers whose figures are not of the first period.</summary>
    private static IEnumerable<string> DescribeCrossovers(Pool pool)
    {
        static bool HasOtherPeriods(ChosenEffect effect) => effect.Lead.Design == Terms.Design.RandomizedCrossover && effect.Lead.Period != Terms.CrossoverPeriod.First;
        if (FindLabels(pool, effect => HasOtherPeriods(effect) && effect.Lead.Basis is (Terms.EffectBasis.Arms or Terms.EffectBasis.ArmsConverted)) is { } asParallel)
            yield return $"Crossovers whose correlation is not reported are taken like parallel trials, which gives them too little weight (Cochrane Handbook 23.2.6): {asParallel}.";
        if (pool.Question.Rules.Measure == EffectMeasure.Smd && FindLabels(pool, effect => HasOtherPeriods(effect) && effect.Lead.Basis is (Terms.EffectBasis.Contrast or Terms.EffectBasis.ContrastP)) is { } within)
            yield return $"Standardized differences that crossovers report may be of changes within people, which gives them far too much weight: {within}; crossover=exclude leaves them out.";
    }

    private static IEnumerable<string> DescribeZeroCells(Pool pool)
    {
        if (Measures.IsOfEvents(pool.Question.Rules.Measure) && pool.Question.Model == PoolingModel.Random && pool.Effects.Any(effect => effect.Table?.HasZeroCell == true))
            yield return "One half was added to each cell of tables with a zero cell; tables in which nobody, or everybody, has the event are left out of ratios.";
    }

    private static string? FindSeveral(IEnumerable<string> values) =>
        values.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 1 } several ? $"{string.Join(", ", several.SkipLast(1))} and {several[^1]}" : null;

    private static string? FindLabels(Pool pool, Func<ChosenEffect, bool> are) =>
        pool.Effects.Where(are).Select(effect => effect.Lead.Label).Distinct().ToList() is { Count: > 0 } labels ? string.Join(", ", labels) : null;

    /// <summary>Returns a note of Evidence.Statistics as a sentence.</summary>
    public static string Describe(Note note) => note switch
    {
        Note.SingleEffect => "There is a single effect; heterogeneity is not defined.",
        Note.BetweenStudyVarianceAssumedZero => "The between-study variance cannot be estimated from a single effect and was taken as zero.",
        Note.BetweenStudyVarianceIsZero => "The estimate of the between-study variance is zero.",
        Note.NoPredictionInterval => "With fewer than three effects a prediction interval is not defined.",
        Note.FisherScoringReplacedBySearch => "Fisher scoring did not converge; the likelihood was maximized by a search.",
        Note.LocalMaximumLeft => "The likelihood of the between-study variance has two maxima; the higher one is given.",
        Note.TablesWithoutInformation => "Tables without an event in either arm, or with an event in everyone, have no weight.",
        Note.ApproximatePValue => "The p value of the rank correlation is approximate.",
        Note.VarianceKeptFromShrinking => "The effects scatter less than chance gives; the variance was not made smaller for it.",
    };
}
