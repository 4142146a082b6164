namespace Evidence.Statistics.Heterogeneity;

/// <summary>Holds an estimate of the variance of the true effects between studies (τ²).</summary>
/// <param name="Value">The estimate, zero or more.</param>
/// <param name="StandardError">Standard error of the estimate; null for a single effect.</param>
/// <param name="Method">The estimator.</param>
/// <param name="Notes">The notes that explain the result.</param>
public sealed record BetweenStudyVariance(double Value, double? StandardError, Method Method, IReadOnlyList<Note> Notes)
{
    internal static BetweenStudyVariance FromEstimate(double value, Func<double, double> standardError, Method method, params Note[] notes)
    {
        var truncated = Math.Max(0, value);
        return new BetweenStudyVariance(
            truncated,
            standardError(truncated),
            method,
            truncated == 0 ? [.. notes, Note.BetweenStudyVarianceIsZero] : notes);
    }
}

/// <summary>Names the estimators of the between-study variance.</summary>
public enum BetweenStudyVarianceEstimator
{
    /// <summary>The common-effect model has no between-study variance (metafor's <c>EE</c>).</summary>
    None,

    /// <summary>DerSimonian and Laird's estimator (metafor's <c>DL</c>) uses the moments of Q.</summary>
    DerSimonianLaird,

    /// <summary>Paule and Mandel's estimator is metafor's <c>PM</c>.</summary>
    PauleMandel,

    /// <summary>The restricted maximum-likelihood estimator is metafor's <c>REML</c>.</summary>
    RestrictedMaximumLikelihood,

    /// <summary>The maximum-likelihood estimator is metafor's <c>ML</c>.</summary>
    MaximumLikelihood,

    /// <summary>The empirical Bayes estimator is metafor's <c>EB</c>.</summary>
    EmpiricalBayes,

    /// <summary>Sidik and Jonkman's estimator is metafor's <c>SJ</c>.</summary>
    SidikJonkman,

    /// <summary>Hunter and Schmidt's estimator is metafor's <c>HS</c>.</summary>
    HunterSchmidt,

    /// <summary>Hedges' estimator is metafor's <c>HE</c>.</summary>
    Hedges,
}
