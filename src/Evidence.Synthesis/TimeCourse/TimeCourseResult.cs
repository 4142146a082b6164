using Evidence.Catalogue;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.TimeCourse;

/// <summary>The pooled effect by time after the first dose: how soon it is there, and how long it lasts.</summary>
public sealed record TimeCourseResult
{
    /// <summary>The question as it was answered.</summary>
    public required PoolSettings Settings { get; init; }

    /// <summary>The windows of time, in their order; one in which no study measured has none.</summary>
    public required IReadOnlyList<TimeWindow> Windows { get; init; }

    /// <summary>What is in no window: studies and effects left out of the whole, with the reason.</summary>
    public required IReadOnlyList<PoolingDecision> Decisions { get; init; }

    /// <summary>Notes that a reader of the result has to know.</summary>
    /// <example>["Each window has other studies, so that a difference between windows is no change within people."]</example>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The methods, each with the work to cite.</summary>
    public required IReadOnlyList<MethodCitation> Methods { get; init; }

    /// <summary>Studies of the whole selection, pooled or left out, with a report that is retracted or under an expression of concern; absent where there is none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }
}

/// <summary>A window of time with the effects that were measured in it, one a study.</summary>
public sealed record TimeWindow
{
    /// <summary>Hours after the first dose above which it begins; the first window has its own beginning too.</summary>
    /// <example>12</example>
    public required decimal FromHours { get; init; }

    /// <summary>Hours after the first dose up to which it lasts.</summary>
    /// <example>36</example>
    public required decimal ToHours { get; init; }

    /// <summary>Number of studies with an effect.</summary>
    /// <example>6</example>
    public required int Studies { get; init; }

    /// <summary>People in the effects whose numbers are reported.</summary>
    /// <example>789</example>
    public required int People { get; init; }

    /// <summary>Mean time of its measurements, in hours.</summary>
    /// <example>24</example>
    public double? MeanHours { get; init; }

    /// <summary>The pooled effect; of one study its own, with its interval on the normal distribution; absent where there is none.</summary>
    public PooledEstimate? Estimate { get; init; }

    /// <summary>How far the effects differ beyond chance.</summary>
    public PoolHeterogeneity? Heterogeneity { get; init; }

    /// <summary>Why the effects are not pooled, where there are some.</summary>
    /// <example>The effects are all equal, so Hartung and Knapp's variance is zero; use the one that is never narrower</example>
    public string? NotPooled { get; init; }

    /// <summary>The effects, by study.</summary>
    public required IReadOnlyList<PoolRow> Rows { get; init; }

    /// <summary>Every study and effect of the window left out, merged, changed or chosen, with its reason.</summary>
    public required IReadOnlyList<PoolingDecision> Decisions { get; init; }
}

/// <summary>A window of time as a row of CSV.</summary>
public sealed record TimeWindowRow
{
    /// <summary>Hours after the first dose above which it begins; the first window has its own beginning too.</summary>
    public required decimal FromHours { get; init; }

    /// <summary>Hours after the first dose up to which it lasts.</summary>
    public required decimal ToHours { get; init; }

    /// <summary>Number of studies with an effect.</summary>
    public required int Studies { get; init; }

    /// <summary>People in the effects whose numbers are reported.</summary>
    public required int People { get; init; }

    /// <summary>Mean time of its measurements, in hours.</summary>
    public double? MeanHours { get; init; }

    /// <summary>The pooled effect; of a ratio its logarithm.</summary>
    public double? Estimate { get; init; }

    /// <summary>Standard error of the estimate.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower limit of its confidence interval.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper limit of its confidence interval.</summary>
    public double? CiHigh { get; init; }

    /// <summary>Lower limit of the prediction interval.</summary>
    public double? PredictionLow { get; init; }

    /// <summary>Upper limit of the prediction interval.</summary>
    public double? PredictionHigh { get; init; }

    /// <summary>Two-sided p value of the test.</summary>
    public double? P { get; init; }

    /// <summary>I², the heterogeneity in percent.</summary>
    public double? ISquared { get; init; }

    /// <summary>τ², in the random-effects model.</summary>
    public double? TauSquared { get; init; }

    /// <summary>Creates the row of a window.</summary>
    public static TimeWindowRow FromWindow(TimeWindow window) => new()
    {
        FromHours = window.FromHours,
        ToHours = window.ToHours,
        Studies = window.Studies,
        People = window.People,
        MeanHours = window.MeanHours,
        Estimate = window.Estimate?.Estimate,
        StandardError = window.Estimate?.StandardError,
        CiLow = window.Estimate?.CiLow,
        CiHigh = window.Estimate?.CiHigh,
        PredictionLow = window.Estimate?.PredictionLow,
        PredictionHigh = window.Estimate?.PredictionHigh,
        P = window.Estimate?.P,
        ISquared = window.Heterogeneity?.ISquared,
        TauSquared = window.Heterogeneity?.TauSquared,
    };
}
