using System.Globalization;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Statistics;
using Evidence.Statistics.Conversions;

namespace Evidence.Plots.Studies;

/// <summary>Formats figures of a record for tables: with the digits of the source, and a dash for what it does not report.</summary>
public static class Figures
{
    /// <summary>Returns a number with the digits that the source printed.</summary>
    public static string Number(decimal? value) => value is { } number
        ? number.ToString(CultureInfo.InvariantCulture).Replace('-', '−')
        : NumberFormat.NotReported;

    /// <summary>Returns a count as printed.</summary>
    public static string Number(int? value) => Number((decimal?)value);

    /// <summary>Returns what an arm had: <c>−8.0 (SD 9.01)</c>, <c>12 of 17 (70.6%)</c>.</summary>
    public static string Format(ArmResult result) => result switch
    {
        { Events: { } events, N: { } people } when people > 0 => $"{events} of {people} ({NumberFormat.Fixed(100.0 * events / people, 1)}%)",
        { Events: { } events } => $"{events} people",
        { Mean: { } mean } => $"{Number(mean)}{(Spread(result) is { Length: > 0 } spread ? $" ({spread})" : "")}",
        _ => NumberFormat.NotReported,
    };

    /// <summary>Returns how the figures of arms are called in the head of a table.</summary>
    public static string Kind(Outcome outcome) => outcome.Type == Terms.MeasurementType.Dichotomous ? "People with the event" : Labels.Find("metric", outcome.Metric);

    /// <summary>Returns a contrast as the source reports it: <c>Mean difference −3.3 (95% CI −5.33 to −1.33), p = 0.002, adjusted</c>.</summary>
    public static string Format(ReportedContrast contrast)
    {
        var parts = new List<string> { Labels.Find("contrast-measure", contrast.Measure) + (contrast.Estimate is { } estimate ? " " + Number(estimate) : " not given") };
        var level = contrast.CiLevel is { } percent ? $"{Number(percent)}% " : "";
        parts[0] += (contrast.CiLow, contrast.CiHigh) switch
        {
            ({ } low, { } high) => $" ({level}CI {Number(low)} to {Number(high)})",
            ({ } low, null) => $" ({level}CI from {Number(low)}, one-sided)",
            (null, { } high) => $" ({level}CI up to {Number(high)}, one-sided)",
            _ => "",
        };
        if (contrast.P is { } p)
            parts.Add($"p = {Number(p)}");
        if (contrast.Adjusted == true)
            parts.Add("adjusted");
        return string.Join(", ", parts);
    }

    /// <summary>Returns a time with its zero, where that is not the first dose: <c>24 hours</c>, <c>28 days after randomization</c>.</summary>
    public static string Time(Outcome outcome) =>
        NumberFormat.Time(outcome.TimeHours) + (outcome.TimeAnchor == Terms.TimeAnchor.FirstDose ? "" : $" after {Labels.LowerFirst(Labels.Find("time-anchor", outcome.TimeAnchor))}");

    /// <summary>Returns a dose: <c>0.5 mg/kg</c>, <c>56–84 mg</c>.</summary>
    public static string Dose(Arm arm) => arm.Dose is { } dose
        ? $"{Number(dose)}{(arm.DoseMax is { } highest ? $"–{Number(highest)}" : "")} {arm.DoseUnit}"
        : NumberFormat.NotReported;

    /// <summary>Returns the figure to draw with its 95% interval, or null: of means as reported, else from the standard error or deviation; of events the score interval, in percent.</summary>
    public static (double Value, Interval? Interval)? FindPoint(ArmResult result) => result switch
    {
        { Events: { } events, N: > 0 and var people } => (100.0 * events / people, Percent(ArmInterval.ComputeForProportion(events, people).Value)),
        { Mean: { } mean } => ((double)mean, MeanInterval(result, (double)mean)),
        _ => null,
    };

    private static Interval? MeanInterval(ArmResult result, double mean) => result switch
    {
        { CiLow: { } low, CiHigh: { } high, CiLevel: null or 95 } => new Interval((double)low, (double)high, 0.95),
        { Se: { } error, N: { } people } => ArmInterval.ComputeForMean(mean, (double)error, people).Value,
        { Sd: { } deviation, N: > 0 and var people } => ArmInterval.ComputeForMean(mean, (double)deviation / Math.Sqrt(people), people).Value,
        _ => null,
    };

    private static Interval? Percent(Interval? interval) =>
        interval is null ? null : new Interval(100 * interval.Lower, 100 * interval.Upper, interval.Level);

    private static string Spread(ArmResult result)
    {
        var parts = new List<string>();
        if (result.Sd is { } deviation)
            parts.Add($"SD {Number(deviation)}");
        if (result.Se is { } error)
            parts.Add($"SE {Number(error)}");
        if (result is { CiLow: { } low, CiHigh: { } high })
            parts.Add($"{(result.CiLevel is { } level ? $"{Number(level)}% " : "")}CI {Number(low)} to {Number(high)}");
        if (result.ParamType is { } kind)
            parts.Add(Labels.LowerFirst(Labels.Find("param-type", kind)));
        return string.Join("; ", parts);
    }
}
