namespace Evidence.Plots.Drawing;

/// <summary>An axis: where a value is drawn, and which round numbers stand along it.</summary>
/// <param name="Low">The value at <paramref name="Start"/>.</param>
/// <param name="High">The value at <paramref name="End"/>.</param>
/// <param name="Start">Where the axis begins, in pixels.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsLogarithm">Whether values are natural logarithms, so that the numbers along the axis are those of which they are.</param>
public sealed record Scale(double Low, double High, double Start, double End, bool IsLogarithm)
{
    /// <summary>Minimum distance between two numbers, in pixels.</summary>
    private const double Gap = 9;

    private const int MaxTicks = 8;

    /// <summary>The numbers of a decade that are shown, in rising density; each set has one, so that no effect is among them.</summary>
    private static readonly double[][] Decades = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 7]];

    /// <summary>Steps of a linear axis within a decade, from the finest on.</summary>
    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>Returns where a value is drawn, even outside of the axis.</summary>
    public double At(double value) => Start + ((value - Low) / (High - Low) * (End - Start));

    /// <summary>Returns where a value is drawn; a value outside is drawn at the nearer end.</summary>
    public double Within(double value) => At(Math.Clamp(value, Low, High));

    /// <summary>Returns whether a value is on the axis.</summary>
    public bool Holds(double value) => value >= Low && value <= High;

    /// <summary>Returns the values of the numbers along the axis, and the numbers as printed in text of a size: as many as do not touch.</summary>
    /// <param name="textSize">Size of the numbers, in pixels.</param>
    /// <param name="overhang">How far a number may reach beyond the ends of the axis, in pixels.</param>
    public IReadOnlyList<(double Value, string Label)> Ticks(double textSize, double overhang = double.MaxValue)
    {
        var candidates = IsLogarithm ? LogarithmicTicks().Concat(LinearTicks(Math.Exp)) : LinearTicks(value => value);
        return candidates
            .Select(ticks => ticks.Where(tick => HasRoom(tick, textSize, overhang)).ToList())
            .Where(ticks => ticks.Count <= MaxTicks && StandApart(ticks, textSize))
            .OrderByDescending(ticks => ticks.Count)
            .FirstOrDefault() ?? [];
    }

    private bool HasRoom((double Value, string Label) tick, double textSize, double overhang) =>
        Math.Min(Math.Abs(At(tick.Value) - Start), Math.Abs(End - At(tick.Value))) + overhang >= PlotText.Width(tick.Label, textSize) / 2;

    private bool StandApart(List<(double Value, string Label)> ticks, double textSize) =>
        ticks.Zip(ticks.Skip(1)).All(pair =>
            Math.Abs(At(pair.Second.Value) - At(pair.First.Value))
            >= ((PlotText.Width(pair.First.Label, textSize) + PlotText.Width(pair.Second.Label, textSize)) / 2) + Gap);

    private IEnumerable<List<(double Value, string Label)>> LogarithmicTicks()
    {
        var (first, last) = ((int)Math.Floor(Low / Math.Log(10)), (int)Math.Ceiling(High / Math.Log(10)));
        for (var every = Math.Max(1, (last - first) / MaxTicks); every <= last - first; every *= 2)
            yield return Inside(Enumerable.Range(first, last - first + 1).Where(power => power % every == 0).Select(power => Math.Pow(10, power)));
        if (last - first > MaxTicks)
            yield break;
        foreach (var decade in Decades)
            yield return Inside(Enumerable.Range(first, last - first + 1).SelectMany(power => decade.Select(digit => digit * Math.Pow(10, power))));
    }

    private List<(double Value, string Label)> Inside(IEnumerable<double> numbers) =>
        [.. numbers.Select(number => (Value: Math.Log(number), Label: Number(number))).Where(tick => Holds(tick.Value))];

    /// <summary>Returns equal steps of the printed number; on a logarithmic axis they suit a short one, such as 0.8 to 1.2.</summary>
    private IEnumerable<List<(double Value, string Label)>> LinearTicks(Func<double, double> numberOf)
    {
        var (low, high) = (numberOf(Low), numberOf(High));
        if (!double.IsFinite(high) || high <= low || (IsLogarithm && high / low > 4))
            yield break;
        var decade = (int)Math.Floor(Math.Log10((high - low) / MaxTicks));
        for (var power = decade; power <= decade + 2; power++)
        {
            foreach (var digit in Steps)
            {
                var step = digit * Math.Pow(10, power);
                var (from, to) = ((long)Math.Ceiling(low / step), (long)Math.Floor(high / step));
                if (to - from is < 0 or > MaxTicks)
                    continue;
                var decimals = Math.Max(0, -power);
                yield return
                [
                    .. Enumerable.Range(0, (int)(to - from) + 1)
                        .Select(at => (from + at) * step)
                        .Select(number => (IsLogarithm ? Math.Log(number) : number, number == 0 ? "0" : NumberFormat.Fixed(number, decimals)))
                        .Where(tick => Holds(tick.Item1)),
                ];
            }
        }
    }

    private static string Number(double number) => NumberFormat.AtMost(number, Math.Clamp(1 - (int)Math.Floor(Math.Log10(number)), 0, 10));
}
