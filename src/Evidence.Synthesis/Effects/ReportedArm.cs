using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;
using Conversion = Evidence.Statistics.Conversions.StandardDeviation;

namespace Evidence.Synthesis.Effects;

/// <summary>The mean and spread of an arm, where they are reported or follow from what is.</summary>
/// <param name="Arm">The figures to compute with.</param>
/// <param name="StandardDeviation">The standard deviation, in points of the instrument.</param>
/// <param name="Formula">How the standard deviation was calculated, where it is not reported.</param>
/// <param name="Missing">What is lacking.</param>
internal sealed record ReportedArm(MeasuredArm? Arm, decimal? StandardDeviation, string? Formula, string? Missing)
{
    /// <summary>Reads a result: a reported standard deviation goes before one from a standard error, that before one from an interval.</summary>
    public static ReportedArm FromResult(ArmResult? result)
    {
        if (result is null)
            return Lacking("Figures of both arms are not reported");
        var (spread, formula) = Spread(result);
        var missing = result switch
        {
            { Mean: null } => "A mean is not reported of both arms",
            { ParamType: Terms.ParamType.Median } => "A median is reported, not a mean",
            { N: null } => "The number of people analysed is not reported of both arms",
            _ => spread is null ? "No standard deviation, standard error or interval is reported of both arms" : null,
        };
        return missing is null
            ? new ReportedArm(new MeasuredArm(result.N!.Value, (double)result.Mean!.Value, (double)spread!.Value), spread, formula, null)
            : Lacking(missing);
    }

    private static ReportedArm Lacking(string missing) => new(null, null, null, missing);

    private static (decimal? Spread, string? Formula) Spread(ArmResult result)
    {
        if (result.Sd is { } sd)
            return (sd, null);
        var converted = result switch
        {
            { N: { } n, Se: { } se } => Conversion.FromStandardError((double)se, n).Value,
            { N: { } n, CiLow: { } low, CiHigh: { } high, CiLevel: { } level } =>
                Conversion.FromConfidenceInterval(new Interval((double)low, (double)high, (double)level / 100), n).Value,
            _ => null,
        };
        return converted is { Value: < 1e9 } ? ((decimal)converted.Value, converted.Formula) : (null, null);
    }
}
