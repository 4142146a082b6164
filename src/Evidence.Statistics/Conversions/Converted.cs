namespace Evidence.Statistics.Conversions;

/// <summary>A figure that no report printed, with the formula that it was worked out by.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Method">The method, with its citation.</param>
public sealed record Converted(double Value, string Formula, Method Method)
{
    internal static Answer<Converted> To(double value, string formula, Method method) => double.IsFinite(value)
        ? new Converted(value, formula, method)
        : new Refusal(RefusalReason.InvalidInput, "The figures give no finite number");
}
