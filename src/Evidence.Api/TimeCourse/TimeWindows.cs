using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Api.TimeCourse;

/// <summary>Pools the effects of each window of time.</summary>
public static class TimeWindows
{
    private const string OtherStudies = "Each window has other studies, so that a difference between windows is no change within people.";
    private const string RepeatedDoses = "Studies with repeated doses are among them: what is seen after weeks follows the doses in between; administrationsMax=1 leaves single doses.";

    /// <summary>The answer, or why there is none.</summary>
    public static (TimeCourseResult? Result, Problem? Problem) Of(IReadOnlyList<EffectRow> rows, PoolQuestion question, IReadOnlyList<decimal> edges)
    {
        var timed = rows.Where(row => row.TimeAnchor == "first-dose" && row.TimeHours >= edges[0] && row.TimeHours <= edges[^1]).ToList();
        var first = PoolsOf(timed, question, edges);
        // One sign must mean benefit in all windows, not only within each.
        var benefit = Directions.Common(first.SelectMany(window => window.Pool.Effects).Select(effect => effect.Lead.Benefit));
        var pools = PoolsOf(timed, question with { Rules = question.Rules with { Benefit = benefit } }, edges);
        var all = new Pool(question, [.. pools.SelectMany(window => window.Pool.Effects)], []);
        if (all.Mixture(rows) is { } problem)
            return (null, problem);
        if (all.Effects.Count == 0)
            return (null, ProblemTypes.CannotBePooled.With($"No study has an effect that can be computed between {edges[0]} and {edges[^1]} hours after the first dose."));
        var fits = pools.Select(window => (window.From, window.To, window.Pool, Fit: Fit(window.Pool))).ToList();
        return (new TimeCourseResult
        {
            Settings = PoolAnalysis.SettingsOf(all),
            Windows = [.. fits.Select(window => Describe(window.From, window.To, window.Pool, window.Fit))],
            Decisions = [.. rows.Except(timed).DistinctBy(row => (row.Study, row.Outcome)).Select(row => LeftOut(row, edges))],
            Remarks = [OtherStudies, .. all.Effects.Any(effect => effect.Lead.Administrations != 1) ? [RepeatedDoses] : Array.Empty<string>(), .. PoolRemarks.Of(all)],
            Methods = MethodCitation.Of(fits.SelectMany(window => (window.Fit?.Value?.Methods ?? []).Concat(window.Fit?.Value?.Heterogeneity?.Methods ?? []))),
        }, null);
    }

    private static List<(decimal From, decimal To, Pool Pool)> PoolsOf(List<EffectRow> rows, PoolQuestion question, IReadOnlyList<decimal> edges) =>
        [.. edges.Zip(edges.Skip(1), (from, to) => (from, to, PoolOf(rows, question, from, to, isFirst: from == edges[0])))];

    /// <summary>Of each study what was measured nearest to the middle of the window.</summary>
    private static Pool PoolOf(List<EffectRow> rows, PoolQuestion question, decimal from, decimal to, bool isFirst)
    {
        var within = rows.Where(row => (row.TimeHours > from || (isFirst && row.TimeHours == from)) && row.TimeHours <= to).ToList();
        return Pool.Of(within, question with { Rules = question.Rules with { AtHours = (from + to) / 2, WithinHours = (to - from) / 2 } });
    }

    /// <summary>Student's t has no degrees of freedom for a single study.</summary>
    private static Statistics.Answer<PooledEffect>? Fit(Pool pool) => pool.Effects.Count switch
    {
        0 => null,
        1 => RandomEffects.Pool([pool.Effects[0].Value], pool.Question.Options with { Interval = IntervalMethod.Wald }),
        _ => pool.Fit(pool.Effects),
    };

    private static TimeWindow Describe(decimal from, decimal to, Pool pool, Statistics.Answer<PooledEffect>? fit)
    {
        var rows = PoolAnalysis.RowsOf(pool, fit?.Value?.Weights ?? [.. pool.Effects.Select(_ => 0.0)]);
        return new TimeWindow
        {
            FromHours = from,
            ToHours = to,
            Studies = pool.Studies,
            People = pool.People,
            MeanHours = rows.Count > 0 ? (double)rows.Average(row => row.TimeHours) : null,
            Estimate = fit?.Value is { } pooled ? PooledEstimate.Of(pooled, Measures.IsRatio(pool.Question.Rules.Measure)) : null,
            Heterogeneity = fit?.Value is { } found ? PoolHeterogeneity.Of(found) : null,
            NotPooled = fit?.Refusal?.Detail,
            Rows = rows,
            Decisions = pool.Decisions,
        };
    }

    private static Decision LeftOut(EffectRow row, IReadOnlyList<decimal> edges) => new()
    {
        Study = row.Study,
        Label = row.Label,
        Outcome = row.Outcome,
        Kind = "left-out",
        Reason = row.TimeAnchor == "first-dose" ? "outside-window" : "time-anchor",
        Detail = row.TimeAnchor == "first-dose"
            ? $"It was measured at {row.TimeHours} hours, outside of {edges[0]} to {edges[^1]}"
            : $"Its time counts from {row.TimeAnchor}, not from the first dose",
    };
}
