using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Pooling;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.TimeCourse;

/// <summary>Pools the effects of each window of time.</summary>
public static class TimeWindows
{
    private const string OtherStudies = "Each window has other studies, so that a difference between windows is no change within people.";
    private const string RepeatedDoses = "Studies with repeated doses are among them: what is seen after weeks follows the doses in between; administrationsMax=1 leaves single doses.";

    /// <summary>Pools each window and warns of retracted studies.</summary>
    public static Result<TimeCourseResult> Analyze(SelectedEffects selected, PoolQuestion question, IReadOnlyList<decimal> edges) =>
        Analyze(selected.Rows, question, edges).Map(result => selected.Warnings.Count == 0
            ? result
            : result with { Warnings = selected.Warnings, Notes = [.. RetractionNotes.Describe(selected.Warnings, question.Rules), .. result.Notes] });

    /// <summary>Pools each window; fails if no study has an effect in any of them, or if the effects are not of one thing.</summary>
    public static Result<TimeCourseResult> Analyze(IReadOnlyList<EffectRow> rows, PoolQuestion question, IReadOnlyList<decimal> edges)
    {
        var timed = rows.Where(row => row.TimeAnchor == Terms.TimeAnchor.FirstDose && row.TimeHours >= edges[0] && row.TimeHours <= edges[^1]).ToList();
        var first = PoolWindows(timed, question, edges);
        // One sign must mean benefit in all windows, not only within each.
        var benefit = Directions.FindCommon(first.SelectMany(window => window.Pool.Effects).Select(effect => effect.Lead.Benefit));
        var pools = PoolWindows(timed, question with { Rules = question.Rules with { Benefit = benefit } }, edges);
        var all = new Pool(question, [.. pools.SelectMany(window => window.Pool.Effects)], []);
        if (all.ValidateMixture(rows) is { } error)
            return error;
        if (all.Effects.Count == 0)
            return new Error(ErrorKind.CannotBePooled, $"No study has an effect that can be computed between {edges[0]} and {edges[^1]} hours after the first dose.");
        var fits = pools.Select(window => (window.From, window.To, window.Pool, Fit: Fit(window.Pool))).ToList();
        return new TimeCourseResult
        {
            Settings = PoolAnalysis.GetSettings(all),
            Windows = [.. fits.Select(window => Describe(window.From, window.To, window.Pool, window.Fit))],
            Decisions = [.. rows.Except(timed).DistinctBy(row => (row.Study, row.Outcome)).Select(row => LeaveOut(row, edges))],
            Notes = [OtherStudies, .. all.Effects.Any(effect => effect.Lead.Administrations != 1) ? [RepeatedDoses] : Array.Empty<string>(), .. PoolNotes.Describe(all)],
            Methods = MethodCitation.FromMethods(fits.SelectMany(window => (window.Fit?.Value?.Methods ?? []).Concat(window.Fit?.Value?.Heterogeneity?.Methods ?? []))),
        };
    }

    private static List<(decimal From, decimal To, Pool Pool)> PoolWindows(List<EffectRow> rows, PoolQuestion question, IReadOnlyList<decimal> edges) =>
        [.. edges.Zip(edges.Skip(1), (from, to) => (from, to, PoolWindow(rows, question, from, to, isFirst: from == edges[0])))];

    /// <summary>Chooses of each study what was measured nearest to the middle of the window.</summary>
    private static Pool PoolWindow(List<EffectRow> rows, PoolQuestion question, decimal from, decimal to, bool isFirst)
    {
        var within = rows.Where(row => (row.TimeHours > from || (isFirst && row.TimeHours == from)) && row.TimeHours <= to).ToList();
        return Pool.Choose(within, question with { Rules = question.Rules with { AtHours = (from + to) / 2, WithinHours = (to - from) / 2 } });
    }

    /// <summary>Fits the pool; a single study by itself on the normal distribution, because Student's t has no degrees of freedom for it.</summary>
    private static Statistics.StatisticsResult<PooledEffect>? Fit(Pool pool) => pool.Effects.Count switch
    {
        0 => null,
        1 => RandomEffects.Pool([pool.Effects[0].Value], pool.Question.Options with { Interval = Statistics.Fitting.ConfidenceIntervalMethod.Wald }),
        _ => pool.Fit(pool.Effects),
    };

    private static TimeWindow Describe(decimal from, decimal to, Pool pool, Statistics.StatisticsResult<PooledEffect>? fit)
    {
        var rows = PoolAnalysis.GetRows(pool, fit?.Value?.Weights ?? [.. pool.Effects.Select(_ => 0.0)]);
        return new TimeWindow
        {
            FromHours = from,
            ToHours = to,
            Studies = pool.Studies,
            People = pool.People,
            MeanHours = rows.Count > 0 ? (double)rows.Average(row => row.TimeHours) : null,
            Estimate = fit?.Value is { } pooled ? PooledEstimate.FromPooled(pooled, Measures.IsRatio(pool.Question.Rules.Measure)) : null,
            Heterogeneity = fit?.Value is { } found ? PoolHeterogeneity.FromPooled(found) : null,
            NotPooled = fit?.Error?.Message,
            Rows = rows,
            Decisions = pool.Decisions,
        };
    }

    private static PoolingDecision LeaveOut(EffectRow row, IReadOnlyList<decimal> edges) => new()
    {
        Study = row.Study,
        Label = row.Label,
        Outcome = row.Outcome,
        Kind = Terms.DecisionKind.LeftOut,
        Reason = row.TimeAnchor == Terms.TimeAnchor.FirstDose ? Terms.DecisionReason.OutsideWindow : Terms.DecisionReason.TimeAnchor,
        Detail = row.TimeAnchor == Terms.TimeAnchor.FirstDose
            ? $"It was measured at {row.TimeHours} hours, outside of {edges[0]} to {edges[^1]}"
            : $"Its time counts from {row.TimeAnchor}, not from the first dose",
    };
}
