using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Squares with their intervals, diamonds, and prediction intervals.</summary>
internal static class ForestMarks
{
    private const double LargestSquare = 13;
    private const double SmallestSquare = 3.5;
    private const double DiamondHalf = 6;
    private const double PredictionHeight = 4;
    private const double ArrowLength = 6;
    private const double ArrowHalf = 3.5;

    /// <summary>Draws a study: a square whose area is its weight, and the line of its interval.</summary>
    public static IEnumerable<XElement> Study(PoolRow row, double maxWeight, Scale scale, double y)
    {
        var side = maxWeight <= 0 ? SmallestSquare : Math.Max(SmallestSquare, LargestSquare * Math.Sqrt(row.Weight / maxWeight));
        var x = scale.Within(row.Yi);
        yield return Svg.Rectangle("square", x - (side / 2), y - (side / 2), side, side);
        yield return Svg.Line("interval", scale.Within(row.CiLow), y, scale.Within(row.CiHigh), y);
        foreach (var arrow in Arrows(row.CiLow, row.CiHigh, scale, y))
            yield return arrow;
    }

    /// <summary>Draws a pooled effect: a diamond as wide as its interval.</summary>
    public static IEnumerable<XElement> Diamond(PooledEstimate pooled, Scale scale, double y)
    {
        yield return Svg.Polygon(
            "diamond",
            (scale.Within(pooled.CiLow), y),
            (scale.Within(pooled.Estimate), y - DiamondHalf),
            (scale.Within(pooled.CiHigh), y),
            (scale.Within(pooled.Estimate), y + DiamondHalf));
        foreach (var arrow in Arrows(pooled.CiLow, pooled.CiHigh, scale, y))
            yield return arrow;
    }

    /// <summary>Draws a prediction interval as a bar; empty if there is none.</summary>
    public static IEnumerable<XElement> Prediction(PooledEstimate pooled, Scale scale, double y)
    {
        if (pooled is not { PredictionLow: { } low, PredictionHigh: { } high })
            yield break;
        var (from, to) = (scale.Within(low), scale.Within(high));
        yield return Svg.Rectangle("prediction", from, y - (PredictionHeight / 2), Math.Max(1, to - from), PredictionHeight);
        foreach (var arrow in Arrows(low, high, scale, y))
            yield return arrow;
    }

    /// <summary>Returns whether any interval goes on beyond the axis.</summary>
    public static bool AnyClipped(MetaAnalysisResult result, Scale scale) =>
        result.Rows.Any(row => IsClipped(row.CiLow, row.CiHigh, scale))
        || (result.Subgroups?.Groups.Select(group => group.Estimate) ?? []).Append(result.Estimate).Any(pooled =>
            IsClipped(pooled.CiLow, pooled.CiHigh, scale))
        || (result.Estimate is { PredictionLow: { } low, PredictionHigh: { } high } && IsClipped(low, high, scale));

    private static bool IsClipped(double low, double high, Scale scale) => low < scale.Low || high > scale.High;

    private static IEnumerable<XElement> Arrows(double low, double high, Scale scale, double y)
    {
        if (low < scale.Low)
            yield return Arrow(scale.Start, ArrowLength, y);
        if (high > scale.High)
            yield return Arrow(scale.End, -ArrowLength, y);
    }

    private static XElement Arrow(double tip, double length, double y) =>
        Svg.Polygon("arrow", (tip, y), (tip + length, y - ArrowHalf), (tip + length, y + ArrowHalf));
}
