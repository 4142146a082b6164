using Evidence.Api.Hosting.Plots;
using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis.Plots;

/// <summary>The lines below a forest plot: how far studies differ, the tests, and by which methods.</summary>
internal static class ForestNotes
{
    /// <summary>Marks a row whose sign or event was turned.</summary>
    public const string TurnedMark = "†";

    /// <summary>The sign of a judgement, as in RoB 2's own figures; of RoB 1's unclear a question mark.</summary>
    public static string SignOf(string? judgement) => judgement switch
    {
        "low" => "+",
        "some-concerns" => "!",
        "unclear" => "?",
        "high" => "−",
        _ => "",
    };

    /// <summary>The lines.</summary>
    /// <param name="result">The pool.</param>
    /// <param name="isClipped">Whether an interval goes on beyond the axis.</param>
    public static IEnumerable<string> Of(MetaAnalysisResult result, bool isClipped)
    {
        if (result.Heterogeneity is { } found)
            yield return $"Heterogeneity: {Spread(found)}; {Q(found.Q, found.DegreesOfFreedom, found.P)}";
        yield return $"Test of overall effect: {TestOf(result.Estimate)}";
        if (result.Subgroups is { } groups)
            yield return $"Test of subgroup differences: {Q(groups.Q, groups.DegreesOfFreedom, groups.P)}";
        yield return Methods(result);
        if (result.Subgroups is not null)
            yield return "Subgroups have between-study variances of their own; weights are those of the overall pool.";
        if (Judgements(result.Rows) is { Length: > 0 } judgements)
            yield return $"Risk of bias: {judgements}; blank: not assessed.";
        if (result.Rows.Any(row => row.IsTurned))
            yield return $"{TurnedMark} Its outcome points the other way than most: the sign, or the event that is counted, was turned.";
        foreach (var note in RetractionNotes.Of(result.Warnings, result.Rows.Select(row => row.Study)))
            yield return note;
        if (isClipped)
            yield return "Arrowheads: the interval goes on beyond the axis.";
    }

    /// <summary>τ² and I² with their intervals.</summary>
    public static string Spread(PoolHeterogeneity found)
    {
        var squared = $"I² = {Printed.Percent(found.ISquared, 0)}%{Within(found.ISquaredLow, found.ISquaredHigh, limit => $"{Printed.Percent(limit, 0)}%")}";
        return found.TauSquared is { } between
            ? $"τ² = {Printed.TwoDigits(between)}{Within(found.TauSquaredLow, found.TauSquaredHigh, Printed.TwoDigits)}; {squared}"
            : squared;
    }

    private static string Within(double? low, double? high, Func<double, string> print) =>
        low is { } from && high is { } to ? $" [{print(from)}, {print(to)}]" : "";

    private static string Q(double q, double degreesOfFreedom, double p) => $"Q = {Printed.Fixed(q, 2)}, df = {Printed.AtMost(degreesOfFreedom, 1)}, {Printed.P(p)}";

    private static string TestOf(PooledEstimate pooled) => pooled.DegreesOfFreedom is { } degrees
        ? $"t = {Printed.Fixed(pooled.Statistic, 2)}, df = {Printed.AtMost(degrees, 1)}, {Printed.P(pooled.P)}"
        : $"z = {Printed.Fixed(pooled.Statistic, 2)}, {Printed.P(pooled.P)}";

    private static string Methods(MetaAnalysisResult result)
    {
        var settings = result.Settings;
        var estimator = settings.Tau2 is { } tau2 ? $"; τ² by {PlotTerms.Label("tau2-estimator", tau2)}" : "";
        return $"Model: {PlotTerms.Label("pooling-model", settings.Model)}{estimator}; "
            + $"{settings.Level}% confidence interval of the pool: {Vocabulary.Get("interval-method").Find(settings.Interval)!.Label}.";
    }

    private static string Judgements(IReadOnlyList<PoolRow> rows) => string.Join(", ", Vocabulary.Get("judgement").Terms
        .Where(term => rows.Any(row => row.RiskOfBias == term.Name))
        .Select(term => $"{SignOf(term.Name)} {PlotTerms.Label("judgement", term.Name)}"));
}
