using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Pooling;

/// <summary>The mean of effects that truly differ between studies.</summary>
public static class RandomEffects
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Random-effects model, inverse-variance weights",
        "DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials. 1986;7(3):177-188");

    /// <summary>Pools the effects with weights 1/(v + τ²). Of one effect the answer is that effect, with a remark.</summary>
    public static Answer<PooledEffect> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        (options ?? new ModelOptions()) is { Estimator: BetweenStudyVarianceEstimator.None } common
            ? CommonEffect.Pool(effects, common)
            : Fitted(effects, options ?? new ModelOptions()).Select(model => Describe(model, Method));

    internal static Answer<FittedModel> Fitted(IReadOnlyList<EffectSize> effects, ModelOptions options) =>
        WeightedRegression.OnMean(effects).Then(regression => FittedModel.Fitted(regression, options));

    internal static PooledEffect Describe(FittedModel model, Method method)
    {
        var prediction = model.BetweenStudyVariance is null ? null : Pooling.PredictionInterval.Of(model);
        List<Remark> remarks = [.. model.Remarks];
        if (model.Regression.Count == 1 && !remarks.Contains(Remark.SingleEffect))
            remarks.Add(Remark.SingleEffect);
        if (model.BetweenStudyVariance is not null && prediction is null)
            remarks.Add(Remark.NoPredictionInterval);
        return new PooledEffect
        {
            Count = model.Regression.Count,
            Estimate = model.Fit.Coefficients[0],
            StandardError = model.StandardError(0),
            Interval = model.Interval(0),
            Test = model.Test(0),
            Weights = [.. model.Fit.Weights.Select(weight => 100 * weight / model.Fit.SumOfWeights)],
            BetweenStudyVariance = model.BetweenStudyVariance,
            Heterogeneity = HeterogeneityStatistics.Of(model),
            PredictionInterval = prediction,
            Methods =
            [
                method,
                .. model.Methods,
                .. prediction is null ? Array.Empty<Method>() : [Pooling.PredictionInterval.MethodOf(model.Options.Prediction)],
            ],
            Remarks = remarks,
        };
    }
}
