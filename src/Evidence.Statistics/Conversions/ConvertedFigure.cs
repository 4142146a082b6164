namespace Evidence.Statistics.Conversions;

/// <summary>Holds a figure that no report printed, with the formula that gave it.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Method">The method, with its citation.</param>
public sealed record ConvertedFigure(double Value, string Formula, Method Method)
{
    internal static StatisticsResult<ConvertedFigure> Create(double value, string formula, Method method) => double.IsFinite(value)
        ? new ConvertedFigure(value, formula, method)
        : new StatisticsError(StatisticsErrorKind.InvalidInput, "The figures give no finite number");
}
