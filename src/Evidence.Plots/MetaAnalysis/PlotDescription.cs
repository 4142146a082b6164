using Evidence.Catalogue;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Writes what a plot says about the pool in words.</summary>
public static class PlotDescription
{
    private const int MaxInstruments = 3;

    /// <summary>Returns what is pooled: domain, with the term where all studies have the same, the time that was asked for, and measure.</summary>
    public static string Title(MetaAnalysisResult result)
    {
        var domain = Vocabulary.Get("domain").Find(result.Settings.Domain)!.Label;
        var terms = result.Rows.Select(row => row.Term).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var term = terms is [{ } one] ? $" ({one.Replace(">=", "≥", StringComparison.Ordinal)})" : "";
        var time = result.Settings.AtHours is { } at ? $" nearest to {NumberFormat.Time(at)}" : "";
        return $"{domain}{term}{time}: {PlotTerms.Label("effect-measure", result.Settings.Measure)}";
    }

    /// <summary>Returns what is compared, where all studies compare the same; of whom, with which instrument and when.</summary>
    public static string Subtitle(MetaAnalysisResult result)
    {
        var instruments = result.Rows.Select(row => row.Instrument).Distinct().Order(StringComparer.Ordinal).ToList();
        var measured = instruments.Count <= MaxInstruments && !instruments.Contains(null)
            ? $"by {Listed([.. instruments.Select(instrument => PlotTerms.Label("instrument", instrument!))])}"
            : null;
        var contrasts = result.Rows.Select(PlotSides.Contrast).Distinct().ToList();
        var compared = contrasts is [var one] ? $"{Studies(result)} of {one}" : Studies(result);
        return $"{string.Join(", ", new[] { compared, People(result), measured }.OfType<string>())}; {Times(result)}";
    }

    /// <summary>Returns what the plot says, in sentences for those who do not see it.</summary>
    public static string Summary(MetaAnalysisResult result)
    {
        var text = EffectText.Create(result);
        var (below, above) = PlotSides.FromRows(result.Rows).WithArticles().Favoured(result.Settings.Benefit);
        var prediction = result.Estimate is { PredictionLow: { } low, PredictionHigh: { } high }
            ? $" The prediction interval is {text.Value(low)} to {text.Value(high)}."
            : "";
        var spread = result.Heterogeneity is { } found ? $" I² is {NumberFormat.Percent(found.ISquared, 0)}%." : "";
        return $"{Studies(result)}, {People(result)}. Pooled {PlotTerms.Label("effect-measure", result.Settings.Measure)} "
            + $"{text.Sentence(result.Estimate)}. Values below {text.NoEffect} favour {below}, values above favour {above}.{prediction}{spread}";
    }

    /// <summary>Returns the whole text of a row for its tooltip.</summary>
    public static string RowInFull(PoolRow row, EffectText text)
    {
        var route = PlotTerms.Label("route", row.Route);
        var instrument = row.Instrument is null ? "" : $"{PlotTerms.Label("instrument", row.Instrument)}, ";
        var sizes = row is { N1i: { } first, N2i: { } second } ? $"; {NumberFormat.AtMost(first, 1)} and {NumberFormat.AtMost(second, 1)} people" : "";
        return $"{row.Label}: {PlotSides.Contrast(row)} ({route}){sizes}; {instrument}{NumberFormat.Time(row.TimeHours)}; "
            + $"{text.ShortName} {text.Estimate(row.Yi, row.CiLow, row.CiHigh)}, weight {NumberFormat.Percent(row.Weight, 1)}%";
    }

    private static string Studies(MetaAnalysisResult result) =>
        result.Effects == result.Studies ? $"{result.Studies} studies" : $"{result.Studies} studies with {result.Effects} effects";

    private static string People(MetaAnalysisResult result)
    {
        var reporting = result.Rows.Count(row => row is { N1i: not null, N2i: not null });
        return reporting == result.Rows.Count ? $"{result.People} people"
            : reporting == 0 ? "numbers of people not reported"
            : $"{result.People} people in the {reporting} that report them";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";

    private static string Times(MetaAnalysisResult result)
    {
        if (result.Settings.WithinHours is { } within)
            return $"measured at most {NumberFormat.Time(within)} away from the time asked for";
        var (first, last) = (result.Rows.Min(row => row.TimeHours), result.Rows.Max(row => row.TimeHours));
        return first == last ? $"measured at {NumberFormat.Time(first)}" : $"measured from {NumberFormat.Time(first)} to {NumberFormat.Time(last)}";
    }
}
