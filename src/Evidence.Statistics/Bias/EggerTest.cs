using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Bias;

/// <summary>Regression of effects on their standard errors: small studies with larger effects show as a slope.</summary>
public static class EggerTest
{
    /// <summary>The classical test.</summary>
    public static Method ClassicalMethod { get; } = new(
        "Egger's regression test",
        "Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, graphical test. BMJ. "
            + "1997;315(7109):629-634");

    /// <summary>The test in a random-effects meta-regression.</summary>
    public static Method RandomEffectsMethod { get; } = new(
        "Egger's regression test, random-effects version",
        "Sterne JAC, Egger M. Regression methods to detect publication and other bias in meta-analysis. In: Publication bias in "
            + "meta-analysis. Chichester: Wiley; 2005:99-110");

    /// <summary>
    /// Weighted regression with a multiplicative dispersion, t on k - 2 degrees of freedom (metafor's <c>model="lm"</c>).
    /// </summary>
    /// <remarks>
    /// The dispersion is estimated as a regression estimates it, so it may be below one: Hartung and Knapp's variance with τ² = 0
    /// is the same number.
    /// </remarks>
    public static Answer<AsymmetryTest> Classical(IReadOnlyList<EffectSize> effects, double level = 0.95) =>
        Regress(effects, ClassicalMethod, new ModelOptions
        {
            Estimator = BetweenStudyVarianceEstimator.None,
            Interval = IntervalMethod.HartungKnapp,
            Level = level,
        });

    /// <summary>The test with a between-study variance beside the sampling variances (metafor's <c>model="rma"</c>).</summary>
    public static Answer<AsymmetryTest> RandomEffects(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        Regress(effects, RandomEffectsMethod, options ?? new ModelOptions());

    private static Answer<AsymmetryTest> Regress(IReadOnlyList<EffectSize> effects, Method method, ModelOptions options)
    {
        if (effects.Count < 3)
            return new Refusal(
                RefusalReason.TooFewEffects,
                $"There are {effects.Count} effects; Egger's test needs three or more, and says little below ten");
        double[][] columns = [[.. Enumerable.Repeat(1.0, effects.Count)], [.. effects.Select(effect => effect.StandardError)]];
        return WeightedRegression.On(effects, columns)
            .Then(regression => FittedModel.Fitted(regression, options))
            .Select(model => new AsymmetryTest(
                model.Fit.Coefficients[1],
                model.StandardError(1),
                model.Test(1),
                model.Fit.Coefficients[0],
                model.Interval(0),
                [method, .. model.Methods]));
    }
}

/// <summary>A test of whether the funnel plot leans to one side.</summary>
/// <param name="Slope">Change of the effect with one unit of standard error.</param>
/// <param name="SlopeStandardError">Its standard error.</param>
/// <param name="Test">The test that there is no slope.</param>
/// <param name="LimitEstimate">The effect that a study without sampling error would have.</param>
/// <param name="LimitInterval">Its confidence interval.</param>
/// <param name="Methods">The methods.</param>
public sealed record AsymmetryTest(
    double Slope, double SlopeStandardError, SignificanceTest Test, double LimitEstimate, Interval LimitInterval, IReadOnlyList<Method> Methods);
