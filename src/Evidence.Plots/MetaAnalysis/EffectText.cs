using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Effects of a pool as a plot prints them: of a logarithm the ratio, of a difference as many decimals as its precision bears.</summary>
/// <param name="Measure">A term of <c>effect-measure</c>.</param>
/// <param name="Decimals">Decimals of a difference.</param>
/// <param name="Level">Level of intervals, in percent.</param>
public sealed record EffectText(string Measure, int Decimals, int Level)
{
    private const int MaxDecimals = 6;

    /// <summary>A standard error of 0.05 to 0.5 asks for two decimals.</summary>
    private const double Spare = .69;

    /// <summary>Whether effects are natural logarithms.</summary>
    public bool IsRatio => Measures.IsRatio(Measure);

    /// <summary>The measure in full: <c>Risk ratio</c>.</summary>
    public string Name => Vocabulary.Get("effect-measure").Find(Measure)!.Label;

    /// <summary>The measure in full, as the name of an axis.</summary>
    public string AxisName => IsRatio ? $"{Name} (log scale)" : Name;

    /// <summary>The measure as a head of a column has it.</summary>
    public string ShortName => TermConverter.Parse<EffectMeasure>(Measure) switch
    {
        EffectMeasure.Md => "MD",
        EffectMeasure.Smd or EffectMeasure.Smdh => "SMD",
        EffectMeasure.Rom => "RoM",
        EffectMeasure.Or => "OR",
        EffectMeasure.Rr => "RR",
        EffectMeasure.Rd => "RD",
        EffectMeasure.Peto => "Peto OR",
        EffectMeasure.Hr => "HR",
    };

    /// <summary>The value of no effect, as printed.</summary>
    public string NoEffect => IsRatio ? "1" : "0";

    /// <summary>Creates the format for the effects of a result.</summary>
    public static EffectText Create(MetaAnalysisResult result) => Create(result.Settings, result.Rows);

    /// <summary>Creates the format for effects: with as many decimals as the precision of a usual one of them allows.</summary>
    public static EffectText Create(PoolSettings settings, IReadOnlyList<PoolRow> rows)
    {
        var errors = rows.Select(row => Math.Sqrt(row.Vi)).Where(error => error > 0).Order().ToList();
        var typical = errors.Count == 0 ? 1 : errors[errors.Count / 2];
        var minimum = settings.Measure is Terms.EffectMeasure.Md ? 1 : 2;
        return new EffectText(
            settings.Measure,
            Math.Clamp((int)Math.Ceiling(Spare - Math.Log10(typical)), minimum, MaxDecimals),
            settings.Level);
    }

    /// <summary>Returns an effect as printed.</summary>
    public string Value(double effect) => IsRatio ? NumberFormat.Ratio(Math.Exp(effect)) : NumberFormat.Fixed(effect, Decimals);

    /// <summary>Returns an interval in brackets.</summary>
    public string Interval(double low, double high) => $"[{Value(low)}, {Value(high)}]";

    /// <summary>Returns an effect with its interval.</summary>
    public string Estimate(double effect, double low, double high) => $"{Value(effect)} {Interval(low, high)}";

    /// <summary>Returns a pooled effect with its interval.</summary>
    public string Estimate(PooledEstimate pooled) => Estimate(pooled.Estimate, pooled.CiLow, pooled.CiHigh);

    /// <summary>Returns a prediction interval in brackets, or an empty text if there is none.</summary>
    public string Prediction(PooledEstimate pooled) => pooled is { PredictionLow: { } low, PredictionHigh: { } high } ? Interval(low, high) : "";

    /// <summary>Returns an effect with its interval, to be read aloud.</summary>
    public string Sentence(PooledEstimate pooled) =>
        $"{Value(pooled.Estimate)} ({Level}% confidence interval {Value(pooled.CiLow)} to {Value(pooled.CiHigh)}, {NumberFormat.P(pooled.P)})";
}
