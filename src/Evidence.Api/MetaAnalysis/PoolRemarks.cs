using Evidence.Api.Effects;
using Evidence.Statistics;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What to know about a pool, in sentences.</summary>
internal static class PoolRemarks
{
    /// <summary>What the effects have that a narrower question would not.</summary>
    public static IEnumerable<string> Of(Pool pool)
    {
        foreach (var (what, parameter, values) in new[]
        {
            ("interventions", "intervention", pool.Effects.Select(effect => effect.Lead.Intervention)),
            ("comparators", "comparator", pool.Effects.Select(effect => effect.Lead.Comparator)),
            ("instruments", "instrument", pool.Effects.Select(effect => effect.Lead.Instrument ?? "events")),
        })
        {
            if (values.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 1 } several)
                yield return $"The {what} differ: {string.Join(", ", several)}; {parameter} asks for one.";
        }

        var metrics = pool.Effects.Select(effect => effect.Lead.Metric).Distinct().Count();
        if (metrics > 1 && pool.Question.Rules.Measure is ("smd" or "smdh"))
            yield return "Endpoints and changes from baseline are mixed: they are standardized by different spreads (Cochrane Handbook 10.5.2).";
        if (pool.Effects.Any(effect => effect.Lead.Design == "randomized-crossover" && effect.Lead.Period != "first" && effect.Lead.Basis == "arms"))
            yield return "Crossovers whose correlation is not reported are taken like parallel trials, which gives them too little weight (Cochrane Handbook 23.2.6).";
        if (!Measures.IsOfEvents(pool.Question.Rules.Measure) || pool.Question.Model != "random")
            yield break;
        if (pool.Effects.Any(effect => effect.Table?.HasZeroCell == true))
            yield return "One half was added to each cell of tables with a zero cell; tables in which nobody, or everybody, has the event are left out of ratios.";
    }

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
