using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Fitting;

/// <summary>Holds the choices of a model, each with its default.</summary>
public sealed record ModelOptions
{
    /// <summary>States how the between-study variance is estimated.</summary>
    public BetweenStudyVarianceEstimator Estimator { get; init; } = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood;

    /// <summary>States how standard errors, intervals and tests are computed.</summary>
    public ConfidenceIntervalMethod Interval { get; init; } = ConfidenceIntervalMethod.Wald;

    /// <summary>All intervals have this level.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>States how the prediction interval is computed.</summary>
    public PredictionMethod Prediction { get; init; } = PredictionMethod.TwoFewerThanEffects;

    internal StatisticsError? Validate() => Level is > 0 and < 1
        ? null
        : new StatisticsError(StatisticsErrorKind.InvalidInput, $"The level is {Level}; expected one between 0 and 1");
}

/// <summary>Names the ways to compute standard errors, intervals and tests.</summary>
public enum ConfidenceIntervalMethod
{
    /// <summary>The normal distribution is used (metafor's <c>test="z"</c>).</summary>
    Wald,

    /// <summary>Student's t is used on k - p degrees of freedom (<c>test="t"</c>).</summary>
    StudentT,

    /// <summary>Hartung and Knapp's variance is used, with Student's t (<c>test="knha"</c>).</summary>
    HartungKnapp,

    /// <summary>Hartung and Knapp's variance is used, but never below the model's own (<c>test="adhoc"</c>).</summary>
    HartungKnappNeverNarrower,
}

/// <summary>Names the ways to compute a prediction interval.</summary>
public enum PredictionMethod
{
    /// <summary>
    /// Student's t is used on k - 2 degrees of freedom (Higgins, Thompson and Spiegelhalter 2009); metafor's
    /// <c>pi.type="riley"</c>.
    /// </summary>
    TwoFewerThanEffects,

    /// <summary>The distribution of the confidence interval is used, which is metafor's default.</summary>
    LikeConfidenceInterval,
}
