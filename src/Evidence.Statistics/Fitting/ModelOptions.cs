using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Fitting;

/// <summary>The choices of a model; what is not chosen is stated here.</summary>
public sealed record ModelOptions
{
    /// <summary>How the between-study variance is estimated.</summary>
    public BetweenStudyVarianceEstimator Estimator { get; init; } = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood;

    /// <summary>How standard errors, intervals and tests are made.</summary>
    public IntervalMethod Interval { get; init; } = IntervalMethod.Wald;

    /// <summary>Level of all intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How the prediction interval is made.</summary>
    public PredictionMethod Prediction { get; init; } = PredictionMethod.TwoFewerThanEffects;

    internal Refusal? Fault() => Level is > 0 and < 1
        ? null
        : new Refusal(RefusalReason.InvalidInput, $"The level is {Level}; expected one between 0 and 1");
}

/// <summary>Ways to make standard errors, intervals and tests.</summary>
public enum IntervalMethod
{
    /// <summary>The normal distribution (metafor's <c>test="z"</c>).</summary>
    Wald,

    /// <summary>Student's t on k - p degrees of freedom (<c>test="t"</c>).</summary>
    StudentT,

    /// <summary>Hartung and Knapp's variance, with Student's t (<c>test="knha"</c>).</summary>
    HartungKnapp,

    /// <summary>The same, its variance never below the model's own (<c>test="adhoc"</c>).</summary>
    HartungKnappNeverNarrower,
}

/// <summary>Ways to make a prediction interval.</summary>
public enum PredictionMethod
{
    /// <summary>
    /// Student's t on k - 2 degrees of freedom (Higgins, Thompson and Spiegelhalter 2009); metafor's <c>pi.type="riley"</c>.
    /// </summary>
    TwoFewerThanEffects,

    /// <summary>The distribution of the confidence interval; metafor's default.</summary>
    LikeConfidenceInterval,
}
