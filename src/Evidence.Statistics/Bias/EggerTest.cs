using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Bias;

/// <summary>Regresses effects on their standard errors: small studies with larger effects show as a slope.</summary>
public static class EggerTest
{
    /// <summary>Names the classical test, a weighted regression.</summary>
    public static Method ClassicalMethod { get; } = new(
        "Egger's regression test",
        "Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, graphical test. BMJ. "
            + "1997;315(7109):629-634");

    /// <summary>Names the test that is a random-effects meta-regression.</summary>
    public static Method RandomEffectsMethod { get; } = new(
        "Egger's regression test, random-effects version",
        "Sterne JAC, Egger M. Regression methods to detect publication and other bias in meta-analysis. In: Publication bias in "
            + "meta-analysis. Chichester: Wiley; 2005:99-110");

    /// <summary>
    /// Fits a weighted regression with a multiplicative dispersion and tests on k - 2 degrees of freedom (metafor's
    /// <c>model="lm"</c>).
    /// </summary>
    /// <remarks>
    /// The dispersion is estimated as a regression estimates it, so it may be below one: Hartung and Knapp's variance with τ² = 0
    /// is the same number.
    /// </remarks>
    public static StatisticsResult<AsymmetryTest> ComputeClassical(IReadOnlyList<EffectSize> effects, double level = 0.95) =>
        Regress(effects, ClassicalMethod, new ModelOptions
        {
            Estimator = BetweenStudyVarianceEstimator.None,
            Interval = ConfidenceIntervalMethod.HartungKnapp,
            Level = level,
        });

    /// <summary>
    /// Fits a regression with a between-study variance beside the sampling variances (metafor's <c>model="rma"</c>).
    /// </summary>
    public static StatisticsResult<AsymmetryTest> ComputeRandomEffects(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        Regress(effects, RandomEffectsMethod, options ?? new ModelOptions());

    private static StatisticsResult<AsymmetryTest> Regress(IReadOnlyList<EffectSize> effects, Method method, ModelOptions options)
    {
        if (effects.Count < 3)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects,
                $"There are {effects.Count} effects; Egger's test needs three or more, and says little below ten");
        double[][] columns = [[.. Enumerable.Repeat(1.0, effects.Count)], [.. effects.Select(effect => effect.StandardError)]];
        return WeightedRegression.Create(effects, columns)
            .Then(regression => FittedModel.FitModel(regression, options))
            .Select(model => new AsymmetryTest(
                model.Fit.Coefficients[1],
                model.StandardError(1),
                model.Test(1),
                model.Fit.Coefficients[0],
                model.Interval(0),
                [method, .. model.Methods]));
    }
}

/// <summary>Reports whether the funnel plot leans to one side.</summary>
/// <param name="Slope">Change of the effect with one unit of standard error.</param>
/// <param name="SlopeStandardError">Its standard error.</param>
/// <param name="Test">The test that there is no slope.</param>
/// <param name="LimitEstimate">The effect that a study without sampling error would have.</param>
/// <param name="LimitInterval">Its confidence interval.</param>
/// <param name="Methods">The methods, each with the work to cite.</param>
public sealed record AsymmetryTest(
    double Slope, double SlopeStandardError, SignificanceTest Test, double LimitEstimate, Interval LimitInterval, IReadOnlyList<Method> Methods);
