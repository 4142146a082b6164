using Evidence.Api.Effects;
using Evidence.Api.Hosting.Plots;
using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis.Plots;

/// <summary>Effects of a pool as a plot prints them: of a logarithm the ratio, of a difference as many decimals as its precision bears.</summary>
/// <param name="Measure">A term of <c>effect-measure</c>.</param>
/// <param name="Decimals">Decimals of a difference.</param>
/// <param name="Level">Level of intervals, in percent.</param>
internal sealed record EffectText(string Measure, int Decimals, int Level)
{
    private const int MostDecimals = 6;

    /// <summary>A standard error of 0.05 to 0.5 asks for two decimals.</summary>
    private const double Spare = .69;

    /// <summary>Whether effects are natural logarithms.</summary>
    public bool IsRatio => Measures.IsRatio(Measure);

    /// <summary>The measure in full: <c>Risk ratio</c>.</summary>
    public string Name => Vocabulary.Get("effect-measure").Find(Measure)!.Label;

    /// <summary>The measure in full, as the name of an axis.</summary>
    public string AxisName => IsRatio ? $"{Name} (log scale)" : Name;

    /// <summary>The measure as a head of a column has it.</summary>
    public string ShortName => Measure switch
    {
        "peto" => "Peto OR",
        "smdh" => "SMD",
        "rom" => "RoM",
        _ => Measure.ToUpperInvariant(),
    };

    /// <summary>The value of no effect, as printed.</summary>
    public string NoEffect => IsRatio ? "1" : "0";

    /// <summary>How the effects of an answer are printed.</summary>
    public static EffectText Of(MetaAnalysisResult result) => Of(result.Settings, result.Rows);

    /// <summary>How effects are printed: with as many decimals as a usual one of them bears.</summary>
    public static EffectText Of(PoolSettings settings, IReadOnlyList<PoolRow> rows)
    {
        var errors = rows.Select(row => Math.Sqrt(row.Vi)).Where(error => error > 0).Order().ToList();
        var typical = errors.Count == 0 ? 1 : errors[errors.Count / 2];
        var least = settings.Measure is "md" ? 1 : 2;
        return new EffectText(
            settings.Measure,
            Math.Clamp((int)Math.Ceiling(Spare - Math.Log10(typical)), least, MostDecimals),
            settings.Level);
    }

    /// <summary>An effect.</summary>
    public string Value(double effect) => IsRatio ? Printed.Ratio(Math.Exp(effect)) : Printed.Fixed(effect, Decimals);

    /// <summary>An interval in brackets.</summary>
    public string Interval(double low, double high) => $"[{Value(low)}, {Value(high)}]";

    /// <summary>An effect with its interval.</summary>
    public string Estimate(double effect, double low, double high) => $"{Value(effect)} {Interval(low, high)}";

    /// <summary>A pooled effect with its interval.</summary>
    public string Estimate(PooledEstimate pooled) => Estimate(pooled.Estimate, pooled.CiLow, pooled.CiHigh);

    /// <summary>A prediction interval in brackets; nothing where there is none.</summary>
    public string Prediction(PooledEstimate pooled) => pooled is { PredictionLow: { } low, PredictionHigh: { } high } ? Interval(low, high) : "";

    /// <summary>An effect with its interval, to be read aloud.</summary>
    public string Sentence(PooledEstimate pooled) =>
        $"{Value(pooled.Estimate)} ({Level}% confidence interval {Value(pooled.CiLow)} to {Value(pooled.CiHigh)}, {Printed.P(pooled.P)})";
}
