using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Pooling;

/// <summary>Estimates the mean of effects that truly differ between studies.</summary>
public static class RandomEffects
{
    public static Method Method { get; } = new(
        "Random-effects model, inverse-variance weights",
        "DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials. 1986;7(3):177-188");

    /// <summary>Pools the effects with weights 1/(v + τ²). A single effect is returned as it is, with a note.</summary>
    public static StatisticsResult<PooledEffect> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        (options ?? new ModelOptions()) is { Estimator: BetweenStudyVarianceEstimator.None } common
            ? CommonEffect.Pool(effects, common)
            : FitModel(effects, options ?? new ModelOptions()).Select(model => Describe(model, Method));

    internal static StatisticsResult<FittedModel> FitModel(IReadOnlyList<EffectSize> effects, ModelOptions options) =>
        WeightedRegression.CreateForMean(effects).Then(regression => FittedModel.FitModel(regression, options));

    internal static PooledEffect Describe(FittedModel model, Method method)
    {
        var prediction = model.BetweenStudyVariance is null ? null : Pooling.PredictionInterval.Compute(model);
        List<Note> notes = [.. model.Notes];
        if (model.Regression.Count == 1 && !notes.Contains(Note.SingleEffect))
            notes.Add(Note.SingleEffect);
        if (model.BetweenStudyVariance is not null && prediction is null)
            notes.Add(Note.NoPredictionInterval);
        return new PooledEffect
        {
            Count = model.Regression.Count,
            Estimate = model.Fit.Coefficients[0],
            StandardError = model.StandardError(0),
            Interval = model.Interval(0),
            Test = model.Test(0),
            Weights = [.. model.Fit.Weights.Select(weight => 100 * weight / model.Fit.SumOfWeights)],
            BetweenStudyVariance = model.BetweenStudyVariance,
            Heterogeneity = HeterogeneityStatistics.Compute(model),
            PredictionInterval = prediction,
            Methods =
            [
                method,
                .. model.Methods,
                .. prediction is null ? Array.Empty<Method>() : [Pooling.PredictionInterval.GetMethod(model.Options.Prediction)],
            ],
            Notes = notes,
        };
    }
}
