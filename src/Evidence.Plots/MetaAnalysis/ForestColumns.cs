using Evidence.Plots.Drawing;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Chooses the columns of a wide forest plot: an empty column, or one that is the same in every row, is omitted.</summary>
internal static class ForestColumns
{
    private const double WidestLabel = 150;
    private const double WidestContrast = 165;

    /// <summary>Returns the columns to the left of the graph.</summary>
    public static IReadOnlyList<ForestColumn> Left(ForestView view)
    {
        var study = new ForestColumn("Study", GetLabel) { IsNumber = false, MaxWidth = WidestLabel };
        List<ForestColumn> columns = [study];
        if (view.ContrastsDiffer)
            columns.Add(new ForestColumn("Contrast", PlotSides.Contrast) { IsNumber = false, MaxWidth = WidestContrast });
        return
        [
            .. columns,
            .. Figures(view.Result, Capital(view.Sides.First), row => row.N1i, row => row.M1i, row => row.Sd1i, row => row.Ai),
            .. Figures(view.Result, Capital(view.Sides.Second), row => row.N2i, row => row.M2i, row => row.Sd2i, row => row.Ci),
        ];
    }

    /// <summary>Returns the columns to the right of the graph.</summary>
    public static IReadOnlyList<ForestColumn> Right(ForestView view)
    {
        var text = view.Text;
        return
        [
            new ForestColumn($"{text.ShortName} [{text.Level}% CI]", row => text.Estimate(row.Yi, row.CiLow, row.CiHigh))
            {
                Others = [.. ListPooled(view.Result).Select(text.Estimate), text.Prediction(view.Result.Estimate)],
            },
            new ForestColumn("Weight", row => $"{NumberFormat.Percent(row.Weight, 1)}%") { Total = rows => $"{NumberFormat.Percent(rows.Sum(row => row.Weight), 1)}%" },
        ];
    }

    /// <summary>Returns the label of a study, marked where it was turned.</summary>
    public static string GetLabel(PoolRow row) => row.IsTurned ? $"{row.Label}{ForestNotes.TurnedMark}" : row.Label;

    /// <summary>Returns the figures of both sides in one line, where there are any.</summary>
    public static string DescribeFigures(PoolRow row)
    {
        if (row is { Ai: { } first, Bi: { } others, Ci: { } second, Di: { } otherSecond })
            return $"{NumberFormat.AtMost(first, 1)}/{NumberFormat.AtMost(first + others, 1)} vs {NumberFormat.AtMost(second, 1)}/{NumberFormat.AtMost(second + otherSecond, 1)}";
        if (row is { M1i: { } mean, Sd1i: { } sd, M2i: { } otherMean, Sd2i: { } otherSd })
            return $"{FormatMean(mean, sd)} vs {FormatMean(otherMean, otherSd)}";
        return DescribePeople(row);
    }

    /// <summary>Returns the people of both sides in one line, where they are known.</summary>
    public static string DescribePeople(PoolRow row) =>
        row is { N1i: { } people, N2i: { } others } ? $"n = {NumberFormat.AtMost(people, 1)} vs {NumberFormat.AtMost(others, 1)}" : "";

    private static IEnumerable<PooledEstimate> ListPooled(MetaAnalysisResult result) =>
        (result.Subgroups?.Groups.Select(group => group.Estimate) ?? []).Append(result.Estimate);

    private static IEnumerable<ForestColumn> Figures(
        MetaAnalysisResult result, string side, Func<PoolRow, double?> people, Func<PoolRow, double?> mean, Func<PoolRow, double?> sd, Func<PoolRow, double?> events)
    {
        var rows = result.Rows;
        if (rows.Any(row => events(row) is not null))
        {
            string Share(double? count, double? of) => count is { } some && of is { } all ? $"{NumberFormat.AtMost(some, 1)}/{NumberFormat.AtMost(all, 1)}" : NumberFormat.NotReported;
            yield return new ForestColumn("Events/n", row => Share(events(row), people(row)))
            {
                Side = side,
                Total = of => of.All(row => events(row) is not null && people(row) is not null) ? Share(of.Sum(events), of.Sum(people)) : "",
            };
            yield break;
        }

        if (rows.Any(row => people(row) is not null))
        {
            yield return new ForestColumn("n", row => people(row) is { } count ? NumberFormat.AtMost(count, 1) : NumberFormat.NotReported)
            {
                Side = side,
                Total = of => of.All(row => people(row) is not null) ? NumberFormat.AtMost(of.Sum(people)!.Value, 1) : "",
            };
        }

        if (!Measures.IsOfEvents(result.Settings.Measure) && rows.Any(row => mean(row) is not null))
            yield return new ForestColumn("Mean (SD)", row => mean(row) is { } m && sd(row) is { } s ? FormatMean(m, s) : NumberFormat.NotReported) { Side = side };
    }

    private static string FormatMean(double mean, double sd)
    {
        var decimals = sd >= 1 ? 1 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Max(sd, 1e-6))), 2, 6);
        return $"{NumberFormat.Fixed(mean, decimals)} ({NumberFormat.Fixed(sd, decimals)})";
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
