namespace Evidence.Statistics.Heterogeneity;

/// <summary>The variance of the true effects between studies (τ²).</summary>
/// <param name="Value">The estimate, zero or more.</param>
/// <param name="StandardError">Standard error of the estimate; absent where a single effect left nothing to estimate.</param>
/// <param name="Method">The estimator.</param>
/// <param name="Remarks">What to know about it.</param>
public sealed record BetweenStudyVariance(double Value, double? StandardError, Method Method, IReadOnlyList<Remark> Remarks)
{
    internal static BetweenStudyVariance Of(double value, Func<double, double> standardError, Method method, params Remark[] remarks)
    {
        var truncated = Math.Max(0, value);
        return new BetweenStudyVariance(
            truncated,
            standardError(truncated),
            method,
            truncated == 0 ? [.. remarks, Remark.BetweenStudyVarianceIsZero] : remarks);
    }
}

/// <summary>The estimators of the between-study variance.</summary>
public enum BetweenStudyVarianceEstimator
{
    /// <summary>No between-study variance: the common-effect model (metafor's <c>EE</c>).</summary>
    None,

    /// <summary><c>DL</c>.</summary>
    DerSimonianLaird,

    /// <summary><c>PM</c>.</summary>
    PauleMandel,

    /// <summary><c>REML</c>.</summary>
    RestrictedMaximumLikelihood,

    /// <summary><c>ML</c>.</summary>
    MaximumLikelihood,

    /// <summary><c>EB</c>.</summary>
    EmpiricalBayes,

    /// <summary><c>SJ</c>.</summary>
    SidikJonkman,

    /// <summary><c>HS</c>.</summary>
    HunterSchmidt,

    /// <summary><c>HE</c>.</summary>
    Hedges,
}
