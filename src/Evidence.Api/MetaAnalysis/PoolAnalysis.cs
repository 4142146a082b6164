using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Statistics.Sensitivity;

namespace Evidence.Api.MetaAnalysis;

/// <summary>Everything that a meta-analysis says of a pool.</summary>
public static class PoolAnalysis
{
    private const int LevelPercent = 95;

    /// <summary>Leaving each effect out in turn is a pool for each: the work grows with the square of their number.</summary>
    private const int MostLeftOut = 200;

    /// <summary>The answer, or why there is none.</summary>
    public static (MetaAnalysisResult? Result, Problem? Problem) Of(Pool pool, string? subgroup, IReadOnlyList<string> moderators)
    {
        var fit = pool.Fit(pool.Effects);
        if (!fit.IsAnswered)
            return (null, ProblemTypes.CannotBePooled.With(fit.Refusal.Detail));
        var (groups, groupProblem) = subgroup is null ? (null, null) : GroupedPools.Of(pool, subgroup);
        var (regression, leftOut, regressionProblem) = moderators.Count == 0 ? (null, [], null) : ModeratedPool.Of(pool, moderators);
        if ((groupProblem ?? regressionProblem) is { } problem)
            return (null, problem);
        var rows = RowsOf(pool, fit.Value.Weights, subgroup);
        var isSmall = rows.Count <= MostLeftOut;
        return (new MetaAnalysisResult
        {
            Settings = SettingsOf(pool),
            Studies = pool.Studies,
            Effects = rows.Count,
            People = pool.People,
            Estimate = PooledEstimate.Of(fit.Value, Measures.IsRatio(pool.Question.Rules.Measure)),
            Heterogeneity = PoolHeterogeneity.Of(fit.Value),
            Rows = rows,
            Subgroups = groups,
            Regression = regression,
            LeaveOneOut = isSmall ? LeaveOneOutOf(pool, rows) : [],
            Cumulative = isSmall ? CumulativeOf(pool, rows) : [],
            Influence = isSmall ? InfluenceOf(pool, rows) : [],
            SmallStudyEffects = AsymmetryTests.Of(pool),
            Decisions = [.. pool.Decisions.Concat(leftOut).OrderBy(decision => decision.Study, StringComparer.Ordinal)],
            Methods = MethodCitation.Of(fit.Value.Methods.Concat(fit.Value.Heterogeneity?.Methods ?? [])),
            Remarks =
            [
                .. isSmall ? Array.Empty<string>() : [$"{rows.Count} effects: above {MostLeftOut}, leaveOneOut, cumulative and influence are left empty."],
                .. PoolRemarks.Of(pool), .. fit.Value.Remarks.Select(PoolRemarks.Text),
            ],
        }, null);
    }

    /// <summary>What was pooled and how, with what holds where nothing was asked for.</summary>
    public static PoolSettings SettingsOf(Pool pool) => new()
    {
        Domain = pool.Question.Domain,
        Measure = pool.Question.Rules.Measure,
        Benefit = pool.Benefit,
        Model = pool.Question.Model,
        Tau2 = pool.Question.Tau2,
        Interval = pool.Question.Interval,
        Level = LevelPercent,
        AtHours = pool.Question.Rules.AtHours,
        WithinHours = pool.Question.Rules.WithinHours,
        Instruments = pool.Question.Rules.Instruments,
        MultiArm = pool.Question.Rules.MultiArm,
        Crossover = pool.Question.Rules.Crossover,
        Retracted = pool.Question.Rules.Retracted,
    };

    /// <summary>The effects with their weights.</summary>
    public static IReadOnlyList<PoolRow> RowsOf(Pool pool, IReadOnlyList<double> weights, string? subgroup = null)
    {
        var effectsOf = pool.Effects.CountBy(effect => effect.Lead.Study).ToDictionary();
        return
        [
            .. pool.Effects.Select((effect, i) => PoolRow.Of(
                effect,
                weights[i],
                subgroup is null ? null : StudyFactors.GroupOf(effect.Lead, subgroup),
                effectsOf[effect.Lead.Study] > 1)),
        ];
    }

    private static List<PoolVariant> LeaveOneOutOf(Pool pool, IReadOnlyList<PoolRow> rows) =>
    [
        .. rows.Select((row, left) => PoolVariant.Of(row, rows.Count - 1, pool.Fit([.. pool.Effects.Where((_, i) => i != left)]))),
    ];

    private static List<PoolVariant> CumulativeOf(Pool pool, IReadOnlyList<PoolRow> rows)
    {
        var byYear = rows.Index().OrderBy(item => item.Item.Year ?? int.MaxValue).ThenBy(item => item.Item.Study, StringComparer.Ordinal).ToList();
        return
        [
            .. byYear.Select((item, last) => PoolVariant.Of(item.Item, last + 1, pool.Fit([.. byYear.Take(last + 1).Select(each => pool.Effects[each.Index])]))),
        ];
    }

    private static List<InfluenceRow> InfluenceOf(Pool pool, IReadOnlyList<PoolRow> rows)
    {
        if (pool.Question.Model is "mantel-haenszel" or "peto")
            return [];
        var found = Influence.Of([.. pool.Effects.Select(effect => effect.Value)], pool.Question.Options).Value ?? [];
        return
        [
            .. found.Select((one, i) => new InfluenceRow
            {
                Study = rows[i].Study,
                Label = rows[i].Label,
                StudentizedResidual = one.StudentizedResidual,
                Dffits = one.FitChange,
                CooksDistance = one.CooksDistance,
                Hat = one.Leverage,
                IsInfluential = one.IsInfluential,
            }),
        ];
    }
}
