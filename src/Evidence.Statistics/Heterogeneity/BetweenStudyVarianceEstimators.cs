using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Calls the chosen estimator; each one has its own file.</summary>
internal static class BetweenStudyVarianceEstimators
{
    public static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression, BetweenStudyVarianceEstimator estimator)
    {
        if (regression.Count == 1)
            return new BetweenStudyVariance(0, null, GetMethod(estimator), [Note.SingleEffect, Note.BetweenStudyVarianceAssumedZero]);
        if (regression.ResidualDegreesOfFreedom < 1)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects,
                $"There are {regression.Count} effects for {regression.CoefficientCount} coefficients; a between-study variance "
                    + "needs at least one more");
        return estimator switch
        {
            BetweenStudyVarianceEstimator.DerSimonianLaird => DerSimonianLaird.Estimate(regression),
            BetweenStudyVarianceEstimator.PauleMandel => PauleMandel.Estimate(regression, PauleMandel.Method),
            BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood => RestrictedMaximumLikelihood.Estimate(regression),
            BetweenStudyVarianceEstimator.MaximumLikelihood => MaximumLikelihood.Estimate(regression),
            // The two are one estimator (Viechtbauer et al. 2015, appendix); the result keeps the name that was chosen.
            BetweenStudyVarianceEstimator.EmpiricalBayes => PauleMandel.Estimate(regression, PauleMandel.EmpiricalBayesMethod),
            BetweenStudyVarianceEstimator.SidikJonkman => SidikJonkman.Estimate(regression),
            BetweenStudyVarianceEstimator.HunterSchmidt => HunterSchmidt.Estimate(regression),
            BetweenStudyVarianceEstimator.Hedges => HedgesEstimator.Estimate(regression),
            BetweenStudyVarianceEstimator.None => throw new InvalidOperationException("A model without a between-study variance has no estimator"),
        };
    }

    private static Method GetMethod(BetweenStudyVarianceEstimator estimator) => estimator switch
    {
        BetweenStudyVarianceEstimator.DerSimonianLaird => DerSimonianLaird.Method,
        BetweenStudyVarianceEstimator.PauleMandel => PauleMandel.Method,
        BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood => RestrictedMaximumLikelihood.Method,
        BetweenStudyVarianceEstimator.MaximumLikelihood => MaximumLikelihood.Method,
        BetweenStudyVarianceEstimator.EmpiricalBayes => PauleMandel.EmpiricalBayesMethod,
        BetweenStudyVarianceEstimator.SidikJonkman => SidikJonkman.Method,
        BetweenStudyVarianceEstimator.HunterSchmidt => HunterSchmidt.Method,
        BetweenStudyVarianceEstimator.Hedges => HedgesEstimator.Method,
        BetweenStudyVarianceEstimator.None => throw new InvalidOperationException("A model without a between-study variance has no estimator"),
    };
}
