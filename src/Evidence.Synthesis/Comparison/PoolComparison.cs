using Evidence.Catalogue;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.Comparison;

/// <summary>One question answered at two revisions, what moved the answer, and who changed it.</summary>
public sealed record PoolComparison
{
    /// <summary>The question as it was answered.</summary>
    public required PoolSettings Settings { get; init; }

    /// <summary>The answer at the earlier revision.</summary>
    public required PoolSide From { get; init; }

    /// <summary>The answer at the later revision.</summary>
    public required PoolSide To { get; init; }

    /// <summary>The later pooled effect less the earlier, of ratios the difference of the logarithms; absent where one side cannot be pooled.</summary>
    /// <example>0.02</example>
    public double? Difference { get; init; }

    /// <summary>The effects that came, went or are others, by study.</summary>
    public required IReadOnlyList<MovedEffect> Moved { get; init; }

    /// <summary>Decisions that held at the earlier revision only.</summary>
    public required IReadOnlyList<PoolingDecision> DecisionsOnlyFrom { get; init; }

    /// <summary>Decisions that hold at the later revision only.</summary>
    public required IReadOnlyList<PoolingDecision> DecisionsOnlyTo { get; init; }

    /// <summary>Notes on the comparison, and how <c>shift</c> was computed.</summary>
    /// <example>["shift: the pool of the earlier revision with this one effect exchanged, in the same model, less that pool."]</example>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Compares two sides, of which at least one is pooled.</summary>
    /// <param name="from">The earlier side.</param>
    /// <param name="to">The later side.</param>
    /// <param name="changes">The revisions between the two that wrote each study.</param>
    public static PoolComparison Compare(PooledSide from, PooledSide to, ILookup<string, StudyChange> changes)
    {
        var moved = EffectMoves.Find(from, to, changes);
        return new PoolComparison
        {
            Settings = PoolAnalysis.GetSettings(to.Fit is null ? from.Pool : to.Pool),
            From = from.Describe(),
            To = to.Describe(),
            Difference = to.Fit?.Estimate - from.Fit?.Estimate,
            Moved = moved,
            DecisionsOnlyFrom = Except(from.Pool.Decisions, to.Pool.Decisions),
            DecisionsOnlyTo = Except(to.Pool.Decisions, from.Pool.Decisions),
            Notes = EffectMoves.GetNotes(from, to, moved.Count),
        };
    }

    private static List<PoolingDecision> Except(IReadOnlyList<PoolingDecision> here, IReadOnlyList<PoolingDecision> there)
    {
        var others = there.ToHashSet();
        return [.. here.Where(decision => !others.Contains(decision))];
    }
}

/// <summary>A pooled result at one revision.</summary>
public sealed record PoolSide
{
    /// <summary>Number of the revision.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>Number of studies in the pool.</summary>
    /// <example>9</example>
    public required int Studies { get; init; }

    /// <summary>Number of effects in the pool (k).</summary>
    /// <example>9</example>
    public required int Effects { get; init; }

    /// <summary>People in the effects whose numbers are reported.</summary>
    /// <example>1480</example>
    public required int People { get; init; }

    /// <summary>The pooled effect; absent where <c>notPooled</c> says why.</summary>
    public PooledEstimate? Estimate { get; init; }

    /// <summary>How far the effects differ beyond chance.</summary>
    public PoolHeterogeneity? Heterogeneity { get; init; }

    /// <summary>Why the effects of this revision cannot be pooled.</summary>
    /// <example>No contrast of two arms meets the filters.</example>
    public string? NotPooled { get; init; }
}

/// <summary>An effect of the pool that differs between two revisions.</summary>
public sealed record MovedEffect
{
    /// <summary>Identifier of the study.</summary>
    /// <example>chen-2023</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Chen 2023</example>
    public required string Label { get; init; }

    /// <summary>Whether it came into the pool, left it, or is another.</summary>
    /// <example>changed</example>
    [Vocabulary("pool-change")]
    public required string Change { get; init; }

    /// <summary>Identifiers of the outcomes that its figures are of, at the later revision where it is in the pool there.</summary>
    /// <example>["madrs-24h"]</example>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Identifiers of the arms on its first side.</summary>
    /// <example>["esk"]</example>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>Identifiers of the arms on its second side.</summary>
    /// <example>["placebo"]</example>
    public required IReadOnlyList<string> Versus { get; init; }

    /// <summary>The effect at the earlier revision, in the unit of <c>measure</c>.</summary>
    /// <example>-0.4299</example>
    public double? YiOld { get; init; }

    /// <summary>Sampling variance of that effect.</summary>
    /// <example>0.0165</example>
    public double? ViOld { get; init; }

    /// <summary>Its weight in the earlier pool, in percent.</summary>
    /// <example>14.2</example>
    public double? WeightOld { get; init; }

    /// <summary>The effect at the later revision, in the unit of <c>measure</c>.</summary>
    /// <example>-0.4278</example>
    public double? YiNew { get; init; }

    /// <summary>Sampling variance of that effect.</summary>
    /// <example>0.0165</example>
    public double? ViNew { get; init; }

    /// <summary>Its weight in the later pool, in percent.</summary>
    /// <example>14.1</example>
    public double? WeightNew { get; init; }

    /// <summary>How far it alone moves the earlier pooled effect; absent where that cannot be pooled with it exchanged.</summary>
    /// <example>0.001</example>
    public double? Shift { get; init; }

    /// <summary>Revisions between the two that wrote its study; none where another study's record moved it, as <c>decisions</c> then say.</summary>
    public required IReadOnlyList<StudyChange> WrittenBy { get; init; }
}

/// <summary>A revision that wrote or withdrew a study.</summary>
public sealed record StudyChange
{
    /// <summary>Number of the revision.</summary>
    /// <example>2</example>
    public required long Revision { get; init; }

    /// <summary>Who wrote the revision.</summary>
    /// <example>a curator</example>
    public required string Actor { get; init; }

    /// <summary>Why it was done.</summary>
    /// <example>Standard deviation corrected</example>
    public required string Reason { get; init; }

    /// <summary>What became of the study.</summary>
    /// <example>replaced</example>
    [Vocabulary("record-change")]
    public required string Change { get; init; }
}
