using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What a meta-analysis takes.</summary>
public static class MetaAnalysisParameters
{
    private static readonly Parameter AtHours = new(
        "atHours", ParameterKind.Number, "Hours from the first dose: of each study the nearest measurement goes in, of two as near the earlier.", "24");

    private static readonly Parameter WithinHours = new(
        "withinHours", ParameterKind.Number, "How many hours a measurement may be away from `atHours`; half of it where left out.", "12");

    private static readonly Parameter Subgroup = Parameter.OfTerm("subgroup", "study-factor", "Pools studies by groups too, and tests their difference.") with { Example = "route" };

    private static readonly Parameter Moderator = Parameter.OfTerms("moderator", "moderator", "Regresses the effects on these too.");

    /// <summary>What only inverse-variance models answer.</summary>
    private static readonly string[] OfRegressions = ["subgroup", "moderator"];

    /// <summary>When effects were measured.</summary>
    public static IReadOnlyList<Parameter> Time { get; } = [AtHours, WithinHours];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
        [.. PoolQuestion.Filtering, .. Time, .. PoolQuestion.Pooling, Subgroup, Moderator, ReadRequest.RevisionParameter];

    /// <summary>What a plot of it takes.</summary>
    public static IReadOnlyList<Parameter> OfPlots { get; } = [.. All, PlotLayout.Parameter];

    /// <summary>The question that checked values ask, and what in them makes no sense together.</summary>
    public static (PoolQuestion Question, IReadOnlyList<ParameterError> Errors) Read(QueryValues values)
    {
        var (question, errors) = PoolQuestion.Read(values, values.Number("atHours"), values.Number("withinHours"));
        var more = errors.ToList();
        if (values.Has("withinHours") && !values.Has("atHours"))
            more.Add(new ParameterError("withinHours", "needs atHours beside it."));
        var hasTables = question.Model is "mantel-haenszel" or "peto";
        foreach (var name in OfRegressions.Where(name => hasTables && values.Has(name)))
            more.Add(new ParameterError(name, $"makes no sense beside model {question.Model}; take model random or common."));
        return (question, more);
    }
}
