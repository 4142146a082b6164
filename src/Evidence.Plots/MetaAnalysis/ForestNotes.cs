using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>The lines below a forest plot: how far studies differ, the tests, and by which methods.</summary>
internal static class ForestNotes
{
    /// <summary>Marks a row whose sign or event was turned.</summary>
    public const string TurnedMark = "†";

    /// <summary>Returns the sign of a judgement, as in RoB 2's own figures; of RoB 1's unclear a question mark.</summary>
    public static string GetSign(string? judgement) => judgement is null ? "" : TermConverter.Parse<Judgement>(judgement) switch
    {
        Judgement.Low => "+",
        Judgement.SomeConcerns => "!",
        Judgement.Unclear => "?",
        Judgement.High => "−",
    };

    /// <summary>Returns the lines, from the top.</summary>
    /// <param name="result">The pool.</param>
    /// <param name="isClipped">Whether an interval goes on beyond the axis.</param>
    public static IEnumerable<string> Describe(MetaAnalysisResult result, bool isClipped)
    {
        if (result.Heterogeneity is { } found)
            yield return $"Heterogeneity: {Spread(found)}; {Q(found.Q, found.DegreesOfFreedom, found.P)}";
        yield return $"Test of overall effect: {DescribeTest(result.Estimate)}";
        if (result.Subgroups is { } groups)
            yield return $"Test of subgroup differences: {Q(groups.Q, groups.DegreesOfFreedom, groups.P)}";
        yield return Methods(result);
        if (result.Subgroups is not null)
            yield return "Subgroups have between-study variances of their own; weights are those of the overall pool.";
        if (Judgements(result.Rows) is { Length: > 0 } judgements)
            yield return $"Risk of bias: {judgements}; blank: not assessed.";
        if (result.Rows.Any(row => row.IsTurned))
            yield return $"{TurnedMark} Its outcome points the other way than most: the sign, or the event that is counted, was turned.";
        foreach (var note in RetractionLines.Describe(result.Warnings, result.Rows.Select(row => row.Study)))
            yield return note;
        if (isClipped)
            yield return "Arrowheads: the interval goes on beyond the axis.";
    }

    /// <summary>Returns τ² and I² with their intervals.</summary>
    public static string Spread(PoolHeterogeneity found)
    {
        var squared = $"I² = {NumberFormat.Percent(found.ISquared, 0)}%{Within(found.ISquaredLow, found.ISquaredHigh, limit => $"{NumberFormat.Percent(limit, 0)}%")}";
        return found.TauSquared is { } between
            ? $"τ² = {NumberFormat.TwoDigits(between)}{Within(found.TauSquaredLow, found.TauSquaredHigh, NumberFormat.TwoDigits)}; {squared}"
            : squared;
    }

    private static string Within(double? low, double? high, Func<double, string> print) =>
        low is { } from && high is { } to ? $" [{print(from)}, {print(to)}]" : "";

    private static string Q(double q, double degreesOfFreedom, double p) => $"Q = {NumberFormat.Fixed(q, 2)}, df = {NumberFormat.AtMost(degreesOfFreedom, 1)}, {NumberFormat.P(p)}";

    private static string DescribeTest(PooledEstimate pooled) => pooled.DegreesOfFreedom is { } degrees
        ? $"t = {NumberFormat.Fixed(pooled.Statistic, 2)}, df = {NumberFormat.AtMost(degrees, 1)}, {NumberFormat.P(pooled.P)}"
        : $"z = {NumberFormat.Fixed(pooled.Statistic, 2)}, {NumberFormat.P(pooled.P)}";

    private static string Methods(MetaAnalysisResult result)
    {
        var settings = result.Settings;
        var estimator = settings.Tau2 is { } tau2 ? $"; τ² by {PlotTerms.Label("tau2-estimator", tau2)}" : "";
        return $"Model: {PlotTerms.Label("pooling-model", settings.Model)}{estimator}; "
            + $"{settings.Level}% confidence interval of the pool: {Vocabulary.Get("interval-method").Find(settings.Interval)!.Label}.";
    }

    private static string Judgements(IReadOnlyList<PoolRow> rows) => string.Join(", ", Vocabulary.Get("judgement").Terms
        .Where(term => rows.Any(row => row.RiskOfBias == term.Name))
        .Select(term => $"{GetSign(term.Name)} {PlotTerms.Label("judgement", term.Name)}"));
}
