using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Moderators;

/// <summary>Regresses effects on one or more moderators, in the mixed-effects or the common-effect model.</summary>
public static class MetaRegression
{
    public static Method Method { get; } = new(
        "Meta-regression",
        "Berkey CS, Hoaglin DC, Mosteller F, Colditz GA. A random-effects regression model for meta-analysis. Stat Med. "
            + "1995;14(4):395-411");

    /// <summary>Names the method for the share of the between-study variance that is explained.</summary>
    public static Method ExplainedVarianceMethod { get; } = new(
        "Between-study variance explained",
        "Raudenbush SW. Analyzing effect sizes: random-effects models. In: Handbook of research synthesis and meta-analysis. 2nd "
            + "ed. 2009");

    /// <summary>Fits the regression, with an intercept.</summary>
    public static StatisticsResult<RegressionResult> Fit(
        IReadOnlyList<EffectSize> effects, IReadOnlyList<ModeratorValues> moderators, ModelOptions? options = null)
    {
        if (moderators.Count == 0)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, "No moderators were given; expected one or more");
        if (moderators.FirstOrDefault(moderator => moderator.Values.Count != effects.Count) is { } odd)
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"The moderator {odd.Name} has {odd.Values.Count} values for {effects.Count} effects; expected one for each");
        double[][] columns = [[.. Enumerable.Repeat(1.0, effects.Count)], .. moderators.Select(moderator => moderator.Values.ToArray())];
        return WeightedRegression.Create(effects, columns)
            .Then(regression => FittedModel.FitModel(regression, options ?? new ModelOptions()))
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
        ExplainedPercent = ComputeExplainedPercent(model, effects),
        ModeratorsTest = ComputeOmnibusTest(model),
        ResidualHeterogeneity = HeterogeneityStatistics.Compute(model),
        Methods = [Method, .. model.Methods, .. model.BetweenStudyVariance is null ? Array.Empty<Method>() : [ExplainedVarianceMethod]],
        Notes = model.Notes,
    };

    /// <summary>
    /// Computes b'V⁻¹b over all coefficients but the intercept; divided by their number it is F on k - p degrees of freedom.
    /// </summary>
    internal static SignificanceTest ComputeOmnibusTest(FittedModel model)
    {
        var tested = model.Regression.CoefficientCount - 1;
        var b = model.Fit.Coefficients.SubVector(1, tested);
        Matrix<double> v = model.Covariance.SubMatrix(1, tested, 1, tested);
        var q = b * v.Cholesky().Solve(b);
        return model.Reference.DegreesOfFreedom is { } df
            ? new SignificanceTest(q / tested, TestDistribution.F, tested, df, Distributions.FUpper(q / tested, tested, df))
            : new SignificanceTest(q, TestDistribution.ChiSquared, tested, null, Distributions.ChiSquaredUpper(q, tested));
    }

    /// <summary>Computes (τ² without the moderators - τ² with them) / τ² without, in percent and not below zero.</summary>
    private static double? ComputeExplainedPercent(FittedModel model, IReadOnlyList<EffectSize> effects)
    {
        if (model.BetweenStudyVariance is not { } left)
            return null;
        var total = WeightedRegression.CreateForMean(effects)
            .Then(regression => BetweenStudyVarianceEstimators.Estimate(regression, model.Options.Estimator)).Value;
        return total is { Value: > 0 } ? Math.Max(0, 100 * (total.Value - left.Value) / total.Value) : null;
    }
}
