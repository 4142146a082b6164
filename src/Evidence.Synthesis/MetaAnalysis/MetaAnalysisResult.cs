using Evidence.Catalogue;
using Evidence.Synthesis.Choice;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>The selection pooled: the estimate, how far studies differ, every effect with its weight, and every decision on the way.</summary>
public sealed record MetaAnalysisResult
{
    /// <summary>The question as it was answered, with the defaults that were applied.</summary>
    public required PoolSettings Settings { get; init; }

    /// <summary>Number of studies in the pool.</summary>
    /// <example>9</example>
    public required int Studies { get; init; }

    /// <summary>Number of effects in the pool (k); above <c>studies</c> only where arms are split.</summary>
    /// <example>9</example>
    public required int Effects { get; init; }

    /// <summary>People in the effects whose numbers are reported.</summary>
    /// <example>1480</example>
    public required int People { get; init; }

    /// <summary>The pooled effect of these effects.</summary>
    public required PooledEstimate Estimate { get; init; }

    /// <summary>How far the effects differ beyond chance.</summary>
    public PoolHeterogeneity? Heterogeneity { get; init; }

    /// <summary>The effects, by study.</summary>
    public required IReadOnlyList<PoolRow> Rows { get; init; }

    /// <summary>The pool by groups of studies, where <c>subgroup</c> asks for them.</summary>
    public SubgroupAnalysis? Subgroups { get; init; }

    /// <summary>The effects explained by moderators, where <c>moderator</c> asks for it.</summary>
    public RegressionAnalysis? Regression { get; init; }

    /// <summary>The pool without each effect in turn; empty above 200 effects.</summary>
    public required IReadOnlyList<PoolVariant> LeaveOneOut { get; init; }

    /// <summary>The pool as it grew by year of publication; empty above 200 effects.</summary>
    public required IReadOnlyList<PoolVariant> Cumulative { get; init; }

    /// <summary>How much each effect sways the pooled one; empty below three effects, above 200, and outside the inverse-variance models.</summary>
    public required IReadOnlyList<InfluenceRow> Influence { get; init; }

    /// <summary>Whether small studies show other effects than large ones.</summary>
    public required SmallStudyEffects SmallStudyEffects { get; init; }

    /// <summary>Every study and effect left out, merged, changed or chosen, with its reason, by study.</summary>
    public required IReadOnlyList<PoolingDecision> Decisions { get; init; }

    /// <summary>The methods, each with the work to cite.</summary>
    public required IReadOnlyList<MethodCitation> Methods { get; init; }

    /// <summary>Notes that a reader of the result has to know.</summary>
    /// <example>["The estimate of the between-study variance is zero."]</example>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Studies of the whole selection, pooled or left out, with a report that is retracted or under an expression of concern; absent where there is none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }
}

/// <summary>A method with the work to cite for it.</summary>
public sealed record MethodCitation
{
    /// <summary>Name of the method.</summary>
    /// <example>Restricted maximum likelihood</example>
    public required string Name { get; init; }

    /// <summary>The work that describes it.</summary>
    /// <example>Viechtbauer W. Bias and efficiency of meta-analytic variance estimators. J Educ Behav Stat. 2005;30(3):261-293</example>
    public required string Citation { get; init; }

    /// <summary>Creates the citations of the methods that Evidence.Statistics names, each once.</summary>
    public static IReadOnlyList<MethodCitation> FromMethods(IEnumerable<Statistics.Method> methods) =>
        [.. methods.Distinct().Select(method => new MethodCitation { Name = method.Name, Citation = method.Citation })];
}
