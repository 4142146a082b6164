using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Pooling;

/// <summary>Computes where the true effect in a new, similar study would probably lie.</summary>
internal static class PredictionInterval
{
    public static Method GetMethod(PredictionMethod prediction) => prediction switch
    {
        PredictionMethod.TwoFewerThanEffects => new Method(
            "Prediction interval, Student's t on k - 2 degrees of freedom",
            "Higgins JPT, Thompson SG, Spiegelhalter DJ. A re-evaluation of random-effects meta-analysis. J R Stat Soc Ser A. "
                + "2009;172(1):137-159"),
        PredictionMethod.LikeConfidenceInterval => new Method(
            "Prediction interval, distribution of the confidence interval",
            "Viechtbauer W. Conducting meta-analyses in R with the metafor package. J Stat Softw. 2010;36(3):1-48"),
    };

    /// <summary>
    /// Computes μ ± critical value √(SE² + τ²) (Higgins et al. 2009), or null if there are no degrees of freedom for it.
    /// </summary>
    public static Interval? Compute(FittedModel model)
    {
        var degreesOfFreedom = model.Regression.Count - 2;
        var isOnT = model.Options.Prediction == PredictionMethod.TwoFewerThanEffects;
        if (model.Regression.Count < 2 || isOnT && degreesOfFreedom < 1)
            return null;
        var spread = Math.Sqrt(model.Covariance[0, 0] + model.Between);
        var reference = isOnT ? new ReferenceDistribution(degreesOfFreedom) : model.Reference;
        return Interval.Around(model.Fit.Coefficients[0], spread, reference, model.Options.Level);
    }
}
