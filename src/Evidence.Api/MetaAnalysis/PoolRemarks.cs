using Evidence.Api.Effects;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What to know about a pool, in sentences.</summary>
internal static class PoolRemarks
{
    /// <summary>Drugs that are asked about; on both sides of a comparison they answer another question.</summary>
    private static readonly string[] Drugs = ["ketamine", "esketamine", "arketamine"];

    private const int MostTerms = 5;

    /// <summary>What the effects have that a narrower question would not.</summary>
    public static IEnumerable<string> Of(Pool pool) =>
        Sides(pool).Concat(Measurements(pool)).Concat(Crossovers(pool)).Concat(ZeroCells(pool));

    /// <summary>What differs between the treatments that are compared.</summary>
    private static IEnumerable<string> Sides(Pool pool)
    {
        foreach (var (what, parameter, values) in new[]
        {
            ("interventions", "intervention", pool.Effects.Select(effect => effect.Lead.Intervention)),
            ("comparators", "comparator", pool.Effects.Select(effect => effect.Lead.Comparator)),
        })
        {
            if (Several(values) is { } several)
                yield return $"The {what} differ: {several}; {parameter} asks for one.";
            if (Missing(pool, parameter, values) is { Count: > 0 } missing)
                yield return $"No effect is {(parameter == "comparator" ? "against" : "of")} {string.Join(", ", missing)}, which was asked for.";
        }

        if (Labels(pool, effect => Drugs.Contains(effect.Lead.Comparator)) is { } headToHead)
            yield return $"Here the comparator is ketamine or its like, and no control: {headToHead}.";
    }

    /// <summary>Terms of a filter that were asked for and that no effect has.</summary>
    public static IReadOnlyList<string> Missing(Pool pool, string parameter, IEnumerable<string> found) => [.. pool.Question.Selection.List(parameter).Except(found)];

    /// <summary>What differs between the measurements, and who is not counted.</summary>
    public static IEnumerable<string> Measurements(Pool pool)
    {
        if (Several(pool.Effects.Select(effect => effect.Lead.Instrument ?? "events")) is { } instruments)
            yield return $"The instruments differ: {instruments}; instrument asks for one.";
        var terms = pool.Effects.Select(effect => effect.Lead.Term).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (terms.Count > 1)
            yield return $"What is counted differs: {string.Join("; ", terms.Take(MostTerms))}{(terms.Count > MostTerms ? $"; and {terms.Count - MostTerms} more" : "")}. The effects have it as term.";
        if (pool.Question.Rules.Measure is ("smd" or "smdh") && pool.Effects.Select(effect => effect.Lead.Metric).Distinct().Count() > 1)
            yield return "Endpoints and changes from baseline are mixed: they are standardized by different spreads (Cochrane Handbook 10.5.2).";
        var counted = pool.Effects.Count(effect => effect.FirstPeople is not null && effect.SecondPeople is not null);
        if (counted < pool.Effects.Count)
            yield return $"The number of people is that of {counted} of {pool.Effects.Count} effects; of the others it is not reported.";
    }

    /// <summary>Crossovers whose figures are not of the first period.</summary>
    private static IEnumerable<string> Crossovers(Pool pool)
    {
        static bool IsOf(ChosenEffect effect) => effect.Lead.Design == "randomized-crossover" && effect.Lead.Period != "first";
        if (Labels(pool, effect => IsOf(effect) && effect.Lead.Basis is ("arms" or "arms-converted")) is { } asParallel)
            yield return $"Crossovers whose correlation is not reported are taken like parallel trials, which gives them too little weight (Cochrane Handbook 23.2.6): {asParallel}.";
        if (pool.Question.Rules.Measure == "smd" && Labels(pool, effect => IsOf(effect) && effect.Lead.Basis is ("contrast" or "contrast-p")) is { } within)
            yield return $"Standardized differences that crossovers report may be of changes within people, which gives them far too much weight: {within}; crossover=exclude leaves them out.";
    }

    private static IEnumerable<string> ZeroCells(Pool pool)
    {
        if (Measures.IsOfEvents(pool.Question.Rules.Measure) && pool.Question.Model == "random" && pool.Effects.Any(effect => effect.Table?.HasZeroCell == true))
            yield return "One half was added to each cell of tables with a zero cell; tables in which nobody, or everybody, has the event are left out of ratios.";
    }

    private static string? Several(IEnumerable<string> values) =>
        values.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 1 } several ? string.Join(", ", several) : null;

    private static string? Labels(Pool pool, Func<ChosenEffect, bool> are) =>
        pool.Effects.Where(are).Select(effect => effect.Lead.Label).Distinct().ToList() is { Count: > 0 } labels ? string.Join(", ", labels) : null;

    /// <summary>A remark of the library as a sentence.</summary>
    public static string Text(Remark remark) => remark switch
    {
        Remark.SingleEffect => "There is a single effect; heterogeneity is not defined.",
        Remark.BetweenStudyVarianceAssumedZero => "The between-study variance cannot be estimated from a single effect and was taken as zero.",
        Remark.BetweenStudyVarianceIsZero => "The estimate of the between-study variance is zero.",
        Remark.NoPredictionInterval => "With fewer than three effects a prediction interval is not defined.",
        Remark.FisherScoringReplacedBySearch => "Fisher scoring did not converge; the likelihood was maximized by a search.",
        Remark.LocalMaximumLeft => "The likelihood of the between-study variance has two maxima; the higher one is given.",
        Remark.TablesWithoutInformation => "Tables without an event in either arm, or with an event in everyone, have no weight.",
        Remark.ApproximatePValue => "The p value of the rank correlation is approximate.",
        Remark.VarianceKeptFromShrinking => "The effects scatter less than chance gives; the variance was not made smaller for it.",
        _ => throw new ArgumentOutOfRangeException(nameof(remark), remark, "No sentence for it."),
    };
}
