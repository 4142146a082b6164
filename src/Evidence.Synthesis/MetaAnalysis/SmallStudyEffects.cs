namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Tests of whether small studies show other effects than large ones, as they do where null results stay unpublished.</summary>
public sealed record SmallStudyEffects
{
    /// <summary>Egger's regression test, classical.</summary>
    public AsymmetryResult? Egger { get; init; }

    /// <summary>Egger's regression test in a random-effects meta-regression.</summary>
    public AsymmetryResult? EggerRandomEffects { get; init; }

    /// <summary>Begg and Mazumdar's rank correlation test.</summary>
    public RankCorrelationResult? Begg { get; init; }

    /// <summary>Trim and fill (L0): the pool if the funnel were symmetric.</summary>
    public TrimAndFillPool? TrimAndFill { get; init; }

    /// <summary>Notes on these tests; they say why one is absent.</summary>
    /// <example>["Fewer than ten studies: tests of asymmetry have little power (Cochrane Handbook 13.3.5.4)."]</example>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A regression of effects on their standard errors.</summary>
public sealed record AsymmetryResult
{
    /// <summary>Change of the effect with one unit of standard error.</summary>
    /// <example>-1.2</example>
    public required double Slope { get; init; }

    /// <summary>Standard error of the estimate.</summary>
    /// <example>0.6</example>
    public required double StandardError { get; init; }

    /// <summary>Two-sided p value of the test that there is no slope.</summary>
    /// <example>0.09</example>
    public required double P { get; init; }

    /// <summary>The effect that a study without sampling error would have.</summary>
    /// <example>-0.1</example>
    public required double LimitEstimate { get; init; }
}

/// <summary>A rank correlation of effects with their variances.</summary>
public sealed record RankCorrelationResult
{
    /// <summary>Kendall's τ, from -1 to 1.</summary>
    /// <example>-0.28</example>
    public required double Tau { get; init; }

    /// <summary>Two-sided p value of the test.</summary>
    /// <example>0.35</example>
    public required double P { get; init; }
}

/// <summary>The pool with the effects that trim and fill takes for missing.</summary>
public sealed record TrimAndFillPool
{
    /// <summary>Estimated number of missing effects.</summary>
    /// <example>2</example>
    public required int Missing { get; init; }

    /// <summary>Whether they are missing from the left of the funnel, where effects are lower; else from the right.</summary>
    /// <example>false</example>
    public required bool IsLeft { get; init; }

    /// <summary>The effects that were filled in (yi); their variances are those of the effects that they mirror.</summary>
    /// <example>[0.12,0.31]</example>
    public required IReadOnlyList<double> Filled { get; init; }

    /// <summary>Sampling variances of the effects that were filled in.</summary>
    /// <example>[0.08,0.11]</example>
    public required IReadOnlyList<double> FilledVariances { get; init; }

    /// <summary>The pooled effect of all, those filled in included.</summary>
    public required PooledEstimate Estimate { get; init; }
}
