using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>The list of estimators, each in its own file.</summary>
internal static class BetweenStudyVarianceEstimators
{
    public static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression, BetweenStudyVarianceEstimator estimator)
    {
        if (regression.Count == 1)
            return new BetweenStudyVariance(0, null, MethodOf(estimator), [Remark.SingleEffect, Remark.BetweenStudyVarianceAssumedZero]);
        if (regression.ResidualDegreesOfFreedom < 1)
            return new Refusal(
                RefusalReason.TooFewEffects,
                $"There are {regression.Count} effects for {regression.CoefficientCount} coefficients; a between-study variance "
                    + "needs at least one more");
        return estimator switch
        {
            BetweenStudyVarianceEstimator.DerSimonianLaird => DerSimonianLaird.Estimate(regression),
            BetweenStudyVarianceEstimator.PauleMandel => PauleMandel.Estimate(regression, PauleMandel.Method),
            BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood => RestrictedMaximumLikelihood.Estimate(regression),
            BetweenStudyVarianceEstimator.MaximumLikelihood => MaximumLikelihood.Estimate(regression),
            // The two are one estimator (Viechtbauer et al. 2015, appendix); it keeps the name that was asked for.
            BetweenStudyVarianceEstimator.EmpiricalBayes => PauleMandel.Estimate(regression, PauleMandel.EmpiricalBayes),
            BetweenStudyVarianceEstimator.SidikJonkman => SidikJonkman.Estimate(regression),
            BetweenStudyVarianceEstimator.HunterSchmidt => HunterSchmidt.Estimate(regression),
            BetweenStudyVarianceEstimator.Hedges => HedgesEstimator.Estimate(regression),
            _ => throw new InvalidOperationException($"{estimator} estimates nothing"),
        };
    }

    private static Method MethodOf(BetweenStudyVarianceEstimator estimator) => estimator switch
    {
        BetweenStudyVarianceEstimator.DerSimonianLaird => DerSimonianLaird.Method,
        BetweenStudyVarianceEstimator.PauleMandel => PauleMandel.Method,
        BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood => RestrictedMaximumLikelihood.Method,
        BetweenStudyVarianceEstimator.MaximumLikelihood => MaximumLikelihood.Method,
        BetweenStudyVarianceEstimator.EmpiricalBayes => PauleMandel.EmpiricalBayes,
        BetweenStudyVarianceEstimator.SidikJonkman => SidikJonkman.Method,
        BetweenStudyVarianceEstimator.HunterSchmidt => HunterSchmidt.Method,
        BetweenStudyVarianceEstimator.Hedges => HedgesEstimator.Method,
        _ => throw new InvalidOperationException($"{estimator} estimates nothing"),
    };
}
