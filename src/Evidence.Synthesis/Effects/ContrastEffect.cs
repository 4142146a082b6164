using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.Conversions;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Synthesis.Effects;

/// <summary>The effect of a comparison that the source itself reports, with the variance from its interval, else from its p value.</summary>
internal static class ContrastEffect
{
    /// <summary>
    /// An interval whose shorter side is less than this share of the longer is not one of a mean difference or of a logarithm, and says
    /// nothing of a standard error: such are those of medians.
    /// </summary>
    private const double MinSymmetry = 0.6;

    /// <summary>Sources print these as bounds ("p &lt; 0.001"); from such a record nobody can tell a bound from a value.</summary>
    private static readonly decimal[] MayBeBounds = [0.05m, 0.01m, 0.005m, 0.001m, 0.0005m, 0.0001m];

    /// <summary>Computes the effect of a pair in a measure.</summary>
    public static PairEffect Compute(EffectMeasure measure, ArmPair pair)
    {
        if (FindReported(pair, measure) is { } same)
            return Direct(measure, pair, same);
        if (measure == EffectMeasure.Smd && FindReported(pair, EffectMeasure.Md) is { } difference)
            return Standardized(pair, difference);
        return PairEffect.NotComputed("No contrast with an estimate in this measure is reported either");
    }

    /// <summary>Returns the most informative contrast of a measure: one with an interval goes before one without.</summary>
    public static ReportedContrast? FindReported(ArmPair pair, EffectMeasure measure) => pair.Contrasts
        .Where(contrast => contrast.Measure == measure.ToTerm() && contrast.Estimate is not null)
        .OrderBy(contrast => contrast.CiLow is null)
        .FirstOrDefault();

    private static PairEffect Direct(EffectMeasure measure, ArmPair pair, ReportedContrast contrast)
    {
        var isRatio = Measures.IsRatio(measure);
        var estimate = (double)contrast.Estimate!.Value;
        if (isRatio && estimate <= 0)
            return PairEffect.NotComputed($"A ratio of {estimate} is reported; a ratio is above zero");
        var scaled = isRatio ? Math.Log(estimate) : estimate;
        var (error, basis, missing) = ComputeError(contrast, scaled, isRatio, measure == EffectMeasure.Md ? DegreesOfFreedom(pair) : null);
        return error is null
            ? PairEffect.NotComputed(missing!)
            : new PairEffect(new EffectSize(scaled, error.Value * error.Value), basis, error.Formula, null);
    }

    private static PairEffect Standardized(ArmPair pair, ReportedContrast contrast)
    {
        if (pair is not { FirstResult.N: { } n1, SecondResult.N: { } n2 })
            return PairEffect.NotComputed("To standardize the reported mean difference, the numbers of people analysed are lacking");
        var (error, _, missing) = ComputeError(contrast, (double)contrast.Estimate!.Value, isRatio: false, DegreesOfFreedom(pair));
        if (error is null)
            return PairEffect.NotComputed(missing!);
        var within = WithinArmStandardDeviation.FromStandardError(error.Value, n1, n2);
        return PairEffect.From(
            within.Then(sd => HedgesG.Compute(new MeasuredArm(n1, (double)contrast.Estimate.Value, sd.Value), new MeasuredArm(n2, 0, sd.Value))),
            Terms.EffectBasis.ContrastConverted,
            $"{error.Formula}; {within.Value?.Formula}");
    }

    private static (ConvertedFigure? Error, string? Basis, string? Missing) ComputeError(
        ReportedContrast contrast, double estimate, bool isRatio, double? degreesOfFreedom)
    {
        if (contrast is { CiLow: { } low, CiHigh: { } high, CiLevel: { } level })
        {
            if (isRatio && low <= 0)
                return (null, null, "The interval of the reported ratio reaches zero");
            var interval = isRatio
                ? new Interval(Math.Log((double)low), Math.Log((double)high), (double)level / 100)
                : new Interval((double)low, (double)high, (double)level / 100);
            if (!IsSymmetric(interval, estimate))
                return (null, null, "The reported interval is too lopsided to be that of a standard error");
            return FromConversion(StandardError.FromConfidenceInterval(interval, degreesOfFreedom), Terms.EffectBasis.Contrast);
        }

        if (contrast.P is not { } p)
            return (null, null, "The reported contrast has neither an interval with its level nor a p value");
        return MayBeBounds.Contains(p)
            ? (null, null, $"The reported contrast has no interval, and its p value of {p} may be a bound")
            : FromConversion(StandardError.FromPValue(estimate, (double)p, degreesOfFreedom), Terms.EffectBasis.ContrastP);
    }

    private static (ConvertedFigure? Error, string? Basis, string? Missing) FromConversion(StatisticsResult<ConvertedFigure> error, string basis) =>
        error.IsSuccess ? (error.Value, basis, null) : (null, null, error.Error.Message);

    private static bool IsSymmetric(Interval interval, double estimate)
    {
        var (below, above) = (estimate - interval.Lower, interval.Upper - estimate);
        return Math.Min(below, above) >= MinSymmetry * Math.Max(below, above);
    }

    private static double? DegreesOfFreedom(ArmPair pair) =>
        pair is { FirstResult.N: { } n1, SecondResult.N: { } n2 } && n1 + n2 > 2 ? n1 + n2 - 2 : null;
}
