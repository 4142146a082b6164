namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>A pooled effect with its intervals and its test, on the scale on which it was pooled: of ratios the logarithm.</summary>
public sealed record PooledEstimate
{
    /// <summary>The pooled effect of these effects.</summary>
    /// <example>-0.41</example>
    public required double Estimate { get; init; }

    /// <summary>Standard error of the estimate.</summary>
    /// <example>0.09</example>
    public required double StandardError { get; init; }

    /// <summary>Lower limit of its confidence interval.</summary>
    /// <example>-0.62</example>
    public required double CiLow { get; init; }

    /// <summary>Upper limit of its confidence interval.</summary>
    /// <example>-0.2</example>
    public required double CiHigh { get; init; }

    /// <summary>Lower limit of the prediction interval, in which the true effect of a further study is expected.</summary>
    /// <example>-0.9</example>
    public double? PredictionLow { get; init; }

    /// <summary>Upper limit of the prediction interval.</summary>
    /// <example>0.08</example>
    public double? PredictionHigh { get; init; }

    /// <summary>Statistic of the test that there is no effect: t where there are degrees of freedom, else z.</summary>
    /// <example>-4.4</example>
    public required double Statistic { get; init; }

    /// <summary>Degrees of freedom of that test.</summary>
    /// <example>8</example>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>Two-sided p value of that test.</summary>
    /// <example>0.002</example>
    public required double P { get; init; }

    /// <summary>The same as the ratio itself; absent where the effect is no logarithm.</summary>
    public RatioEstimate? Ratio { get; init; }

    /// <summary>Creates the estimate from the pooled effect of Evidence.Statistics.</summary>
    public static PooledEstimate FromPooled(Statistics.Pooling.PooledEffect pooled, bool isRatio) => new()
    {
        Estimate = pooled.Estimate,
        StandardError = pooled.StandardError,
        CiLow = pooled.Interval.Lower,
        CiHigh = pooled.Interval.Upper,
        PredictionLow = pooled.PredictionInterval?.Lower,
        PredictionHigh = pooled.PredictionInterval?.Upper,
        Statistic = pooled.Test.Statistic,
        DegreesOfFreedom = pooled.Test.DegreesOfFreedom,
        P = pooled.Test.PValue,
        Ratio = isRatio
            ? RatioEstimate.FromLogarithm(pooled.Estimate, pooled.Interval.Lower, pooled.Interval.Upper, pooled.PredictionInterval)
            : null,
    };
}

/// <summary>An effect as a ratio, with its intervals.</summary>
public sealed record RatioEstimate
{
    /// <summary>The ratio; 1 is no effect.</summary>
    /// <example>1.8</example>
    public required double Estimate { get; init; }

    /// <summary>Lower limit of its confidence interval.</summary>
    /// <example>1.3</example>
    public required double CiLow { get; init; }

    /// <summary>Upper limit of its confidence interval; absent where it is too large for a number.</summary>
    /// <example>2.5</example>
    public double? CiHigh { get; init; }

    /// <summary>Lower limit of the prediction interval.</summary>
    /// <example>0.9</example>
    public double? PredictionLow { get; init; }

    /// <summary>Upper limit of the prediction interval; absent where it is too large for a number.</summary>
    /// <example>3.6</example>
    public double? PredictionHigh { get; init; }

    /// <summary>Creates the ratio of a logarithm, or returns null if it is too large for a number.</summary>
    public static RatioEstimate? FromLogarithm(double estimate, double low, double high, Statistics.Interval? prediction) =>
        FindExponential(estimate) is not { } ratio ? null : new RatioEstimate
        {
            Estimate = ratio,
            CiLow = Math.Exp(low),
            CiHigh = FindExponential(high),
            PredictionLow = prediction is null ? null : Math.Exp(prediction.Lower),
            PredictionHigh = prediction is null ? null : FindExponential(prediction.Upper),
        };

    /// <summary>Returns the exponential, or null if it is too large: with two studies Student's t has one degree of freedom, and an upper limit may be e to the power of thousands.</summary>
    private static double? FindExponential(double logarithm) => Math.Exp(logarithm) is var ratio && double.IsFinite(ratio) ? ratio : null;
}
