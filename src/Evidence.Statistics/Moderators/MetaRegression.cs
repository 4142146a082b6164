using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Moderators;

/// <summary>Regression of effects on one or more moderators, in the mixed-effects or the common-effect model.</summary>
public static class MetaRegression
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Meta-regression",
        "Berkey CS, Hoaglin DC, Mosteller F, Colditz GA. A random-effects regression model for meta-analysis. Stat Med. "
            + "1995;14(4):395-411");

    /// <summary>The share of the between-study variance explained.</summary>
    public static Method Explained { get; } = new(
        "Between-study variance explained",
        "Raudenbush SW. Analyzing effect sizes: random-effects models. In: Handbook of research synthesis and meta-analysis. 2nd "
            + "ed. 2009");

    /// <summary>Fits the regression, with an intercept.</summary>
    public static Answer<RegressionResult> Fit(
        IReadOnlyList<EffectSize> effects, IReadOnlyList<Moderator> moderators, ModelOptions? options = null)
    {
        if (moderators.Count == 0)
            return new Refusal(RefusalReason.InvalidInput, "No moderators were given; expected one or more");
        if (moderators.FirstOrDefault(moderator => moderator.Values.Count != effects.Count) is { } odd)
            return new Refusal(
                RefusalReason.InvalidInput,
                $"The moderator {odd.Name} has {odd.Values.Count} values for {effects.Count} effects; expected one for each");
        double[][] columns = [[.. Enumerable.Repeat(1.0, effects.Count)], .. moderators.Select(moderator => moderator.Values.ToArray())];
        return WeightedRegression.On(effects, columns)
            .Then(regression => FittedModel.Fitted(regression, options ?? new ModelOptions()))
            .Select(model => Describe(model, ["intercept", .. moderators.Select(moderator => moderator.Name)], effects));
    }

    private static RegressionResult Describe(FittedModel model, IReadOnlyList<string> names, IReadOnlyList<EffectSize> effects) => new()
    {
        Count = model.Regression.Count,
        Coefficients =
        [
            .. names.Select((name, j) =>
                new Coefficient(name, model.Fit.Coefficients[j], model.StandardError(j), model.Interval(j), model.Test(j))),
        ],
        Covariance = model.Covariance.ToRowArrays(),
        BetweenStudyVariance = model.BetweenStudyVariance,
        ExplainedPercent = ExplainedShare(model, effects),
        ModeratorsTest = OmnibusTest(model),
        ResidualHeterogeneity = HeterogeneityStatistics.Of(model),
        Methods = [Method, .. model.Methods, .. model.BetweenStudyVariance is null ? Array.Empty<Method>() : [Explained]],
        Remarks = model.Remarks,
    };

    /// <summary>
    /// b'V⁻¹b over all coefficients but the intercept; divided by their number it is F on k - p degrees of freedom.
    /// </summary>
    internal static SignificanceTest OmnibusTest(FittedModel model)
    {
        var tested = model.Regression.CoefficientCount - 1;
        var b = model.Fit.Coefficients.SubVector(1, tested);
        Matrix<double> v = model.Covariance.SubMatrix(1, tested, 1, tested);
        var q = b * v.Cholesky().Solve(b);
        return model.Reference.DegreesOfFreedom is { } df
            ? new SignificanceTest(q / tested, TestDistribution.F, tested, df, Distributions.FUpper(q / tested, tested, df))
            : new SignificanceTest(q, TestDistribution.ChiSquared, tested, null, Distributions.ChiSquaredUpper(q, tested));
    }

    /// <summary>(τ² without the moderators - τ² with them) / τ² without, not below zero.</summary>
    private static double? ExplainedShare(FittedModel model, IReadOnlyList<EffectSize> effects)
    {
        if (model.BetweenStudyVariance is not { } left)
            return null;
        var total = WeightedRegression.OnMean(effects)
            .Then(regression => BetweenStudyVarianceEstimators.Estimate(regression, model.Options.Estimator)).Value;
        return total is { Value: > 0 } ? Math.Max(0, 100 * (total.Value - left.Value) / total.Value) : null;
    }
}
