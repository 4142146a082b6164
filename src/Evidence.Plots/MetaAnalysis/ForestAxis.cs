using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>The axis of a forest plot, and what is drawn along it.</summary>
internal static class ForestAxis
{
    /// <summary>How far intervals may widen the axis to either side, as a share of what the effects themselves need.</summary>
    private const double Widening = .4;

    /// <summary>The weight, in percent, of the studies whose intervals are always whole.</summary>
    private const double ShareOfHeaviest = 80;

    /// <summary>Minimum share of the axis to either side of no effect, so that the side can be named.</summary>
    private const double MinSide = .2;

    /// <summary>
    /// An axis with every effect, no effect, and the intervals of the studies that weigh most; other intervals widen it only so far, because
    /// one tiny study would leave no room to see the rest. They are clipped, with an arrowhead.
    /// </summary>
    public static Scale CreateScale(MetaAnalysisResult result, double start, double end)
    {
        var pooled = (result.Subgroups?.Groups.Select(group => group.Estimate) ?? []).Append(result.Estimate).ToList();
        double[] needed =
        [
            0, .. Heaviest(result.Rows).SelectMany(row => new[] { row.CiLow, row.CiHigh }),
            .. result.Rows.Select(row => row.Yi), .. pooled.Select(pool => pool.Estimate),
        ];
        var (low, high) = (needed.Min(), needed.Max());
        var widened = (high - low) * Widening;
        var limits = result.Rows.Select(row => (row.CiLow, row.CiHigh))
            .Concat(pooled.Select(pool => (pool.CiLow, pool.CiHigh)))
            .Append((result.Estimate.PredictionLow ?? 0, result.Estimate.PredictionHigh ?? 0)).ToList();
        low = Math.Max(low - widened, Math.Min(low, limits.Min(limit => limit.Item1)));
        high = Math.Min(high + widened, Math.Max(high, limits.Max(limit => limit.Item2)));
        var side = (high - low) * MinSide / (1 - MinSide);
        (low, high) = (Math.Min(low, -side), Math.Max(high, side));
        var margin = (high - low) * .02;
        return new Scale(low - margin, high + margin, start, end, Measures.IsRatio(result.Settings.Measure));
    }

    private static IEnumerable<PoolRow> Heaviest(IReadOnlyList<PoolRow> rows)
    {
        var weight = 0d;
        foreach (var row in rows.OrderByDescending(row => row.Weight))
        {
            yield return row;
            weight += row.Weight;
            if (weight >= ShareOfHeaviest)
                yield break;
        }
    }

    /// <summary>Draws the line, its numbers below or above it.</summary>
    public static IEnumerable<XElement> Draw(Scale scale, double y, double textSize, double margin, bool isAbove = false)
    {
        var tick = isAbove ? -4 : 4;
        yield return Svg.Line("axis", scale.Start, y, scale.End, y);
        foreach (var (value, label) in scale.Ticks(textSize, margin))
        {
            yield return Svg.Line("axis", scale.At(value), y, scale.At(value), y + tick);
            yield return Svg.TextAround("tick", scale.At(value), isAbove ? y - 7 : y + tick + textSize, label);
        }
    }
}
