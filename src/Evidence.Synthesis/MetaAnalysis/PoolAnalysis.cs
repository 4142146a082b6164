using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Sensitivity;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Computes everything that a meta-analysis reports of a pool.</summary>
public static class PoolAnalysis
{
    private const int LevelPercent = 95;

    /// <summary>Leaving each effect out in turn is a pool for each: the work grows with the square of their number.</summary>
    private const int MaxLeftOut = 200;

    /// <summary>Chooses one effect of each study and pools them; fails if the effects are not of one thing, or are too few or too many.</summary>
    public static Result<MetaAnalysisResult> Analyze(SelectedEffects selected, PoolQuestion question, StudyFactor? subgroup, IReadOnlyList<Moderator> moderators)
    {
        var pool = Pool.Choose(selected.Rows, question);
        if (pool.Validate(selected.Rows) is { } error)
            return error;
        return Analyze(pool, subgroup, moderators).Map(result => selected.Warnings.Count == 0
            ? result
            : result with { Warnings = selected.Warnings, Notes = [.. RetractionNotes.Describe(selected.Warnings, question.Rules), .. result.Notes] });
    }

    /// <summary>Pools the effects and describes the result; fails with <see cref="ErrorKind.CannotBePooled"/> or an invalid subgroup or moderator.</summary>
    public static Result<MetaAnalysisResult> Analyze(Pool pool, StudyFactor? subgroup, IReadOnlyList<Moderator> moderators)
    {
        var fit = pool.Fit(pool.Effects);
        if (!fit.IsSuccess)
            return new Error(ErrorKind.CannotBePooled, fit.Error.Message);
        var groups = subgroup is null ? null : GroupedPools.Pool(pool, subgroup.Value);
        var regression = moderators.Count == 0 ? null : ModeratedPool.Fit(pool, moderators);
        if ((groups?.Error ?? regression?.Error) is { } error)
            return error;
        var rows = GetRows(pool, fit.Value.Weights, subgroup);
        var isSmall = rows.Count <= MaxLeftOut;
        return new MetaAnalysisResult
        {
            Settings = GetSettings(pool),
            Studies = pool.Studies,
            Effects = rows.Count,
            People = pool.People,
            Estimate = PooledEstimate.FromPooled(fit.Value, Measures.IsRatio(pool.Question.Rules.Measure)),
            Heterogeneity = PoolHeterogeneity.FromPooled(fit.Value),
            Rows = rows,
            Subgroups = groups?.Value,
            Regression = regression?.Value.Regression,
            LeaveOneOut = isSmall ? LeaveEachOut(pool, rows) : [],
            Cumulative = isSmall ? Accumulate(pool, rows) : [],
            Influence = isSmall ? ComputeInfluence(pool, rows) : [],
            SmallStudyEffects = AsymmetryTests.Compute(pool),
            Decisions = [.. pool.Decisions.Concat(regression?.Value.LeftOut ?? []).OrderBy(decision => decision.Study, StringComparer.Ordinal)],
            Methods = MethodCitation.FromMethods(fit.Value.Methods.Concat(fit.Value.Heterogeneity?.Methods ?? [])),
            Notes =
            [
                .. isSmall ? Array.Empty<string>() : [$"{rows.Count} effects: above {MaxLeftOut}, leaveOneOut, cumulative and influence are left empty."],
                .. PoolNotes.Describe(pool), .. fit.Value.Notes.Select(PoolNotes.Describe),
            ],
        };
    }

    /// <summary>Returns what was pooled and how, with the defaults that were applied.</summary>
    public static PoolSettings GetSettings(Pool pool) => new()
    {
        Domain = pool.Question.Domain,
        Measure = pool.Question.Rules.Measure.ToTerm(),
        Benefit = pool.Benefit,
        Model = pool.Question.Model.ToTerm(),
        Tau2 = pool.Question.Tau2?.ToTerm(),
        Interval = pool.Question.Interval.ToTerm(),
        Level = LevelPercent,
        AtHours = pool.Question.Rules.AtHours,
        WithinHours = pool.Question.Rules.WithinHours,
        Instruments = pool.Question.Rules.Instruments,
        MultiArm = pool.Question.Rules.MultiArm.ToTerm(),
        Crossover = pool.Question.Rules.Crossover.ToTerm(),
        Retracted = pool.Question.Rules.Retracted.ToTerm(),
    };

    /// <summary>Returns the effects with their weights.</summary>
    public static IReadOnlyList<PoolRow> GetRows(Pool pool, IReadOnlyList<double> weights, StudyFactor? subgroup = null)
    {
        var effectsOf = pool.Effects.CountBy(effect => effect.Lead.Study).ToDictionary();
        return
        [
            .. pool.Effects.Select((effect, i) => PoolRow.Create(
                effect,
                weights[i],
                subgroup is null ? null : StudyFactors.GetGroup(effect.Lead, subgroup.Value),
                effectsOf[effect.Lead.Study] > 1)),
        ];
    }

    private static List<PoolVariant> LeaveEachOut(Pool pool, IReadOnlyList<PoolRow> rows) =>
    [
        .. rows.Select((row, left) => PoolVariant.Create(row, rows.Count - 1, pool.Fit([.. pool.Effects.Where((_, i) => i != left)]))),
    ];

    private static List<PoolVariant> Accumulate(Pool pool, IReadOnlyList<PoolRow> rows)
    {
        var byYear = rows.Index().OrderBy(item => item.Item.Year ?? int.MaxValue).ThenBy(item => item.Item.Study, StringComparer.Ordinal).ToList();
        return
        [
            .. byYear.Select((item, last) => PoolVariant.Create(item.Item, last + 1, pool.Fit([.. byYear.Take(last + 1).Select(each => pool.Effects[each.Index])]))),
        ];
    }

    private static List<InfluenceRow> ComputeInfluence(Pool pool, IReadOnlyList<PoolRow> rows)
    {
        if (pool.Question.Model is PoolingModel.MantelHaenszel or PoolingModel.Peto)
            return [];
        var influence = Influence.Compute([.. pool.Effects.Select(effect => effect.Value)], pool.Question.Options).Value ?? [];
        return
        [
            .. influence.Select((one, i) => new InfluenceRow
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
