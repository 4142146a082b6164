using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Sensitivity;

/// <summary>Measures how much each effect influences the pooled one.</summary>
public static class Influence
{
    public static Method Method { get; } = new(
        "Influence diagnostics",
        "Viechtbauer W, Cheung MWL. Outlier and influence diagnostics for meta-analysis. Res Synth Methods. 2010;1(2):112-125");

    /// <summary>
    /// Computes the diagnostics of each effect, in their order; at least three effects are needed, so that two remain to show
    /// scatter.
    /// </summary>
    public static StatisticsResult<IReadOnlyList<EffectInfluence>> Compute(IReadOnlyList<EffectSize> effects, ModelOptions? options = null)
    {
        if (effects.Count < 3)
            return new StatisticsError(StatisticsErrorKind.TooFewEffects, $"There are {effects.Count} effects; influence needs three or more");
        var chosen = options ?? new ModelOptions();
        return RandomEffects.FitModel(effects, chosen).Then(all =>
            StatisticsResults.Combine(effects.Select((effect, left) => RandomEffects
                .FitModel([.. effects.Where((_, i) => i != left)], chosen)
                .Select(rest => Compare(all, rest, left, effect)))));
    }

    private static EffectInfluence Compare(FittedModel all, FittedModel rest, int left, EffectSize effect)
    {
        var difference = all.Fit.Coefficients[0] - rest.Fit.Coefficients[0];
        var restVariance = rest.Covariance[0, 0];
        var marginal = rest.VarianceScale * (effect.Variance + rest.Between);
        var share = all.Fit.Weights[left] / all.Fit.SumOfWeights;
        var allAtRestVariance = rest.VarianceScale / all.Regression.FitAt(rest.Between).SumOfWeights;
        var studentizedChange = difference / Math.Sqrt(allAtRestVariance);
        var fitChange = difference / Math.Sqrt(share * marginal);
        var cook = difference * difference / all.Covariance[0, 0];
        var count = all.Regression.Count;
        return new EffectInfluence(
            (effect.Estimate - rest.Fit.Coefficients[0]) / Math.Sqrt(marginal + restVariance),
            fitChange,
            cook,
            restVariance / all.Covariance[0, 0],
            rest.BetweenStudyVariance?.Value,
            rest.Regression.FitAt(0).ResidualSum,
            share,
            studentizedChange,
            // The cut-offs of metafor's influence(), with one coefficient.
            Math.Abs(fitChange) > 3 * Math.Sqrt(1.0 / (count - 1))
                || Distributions.ChiSquaredUpper(cook, 1) < 0.5
                || share > 3.0 / count
                || Math.Abs(studentizedChange) > 1);
    }
}

/// <summary>Reports how much one effect influences the pooled one.</summary>
/// <param name="StudentizedResidual">Its distance from the effect pooled without it, in standard errors (rstudent).</param>
/// <param name="FitChange">How far the pooled effect moves towards it (DFFITS).</param>
/// <param name="CooksDistance">That distance squared, over the variance of the pooled effect.</param>
/// <param name="CovarianceRatio">Variance of the pooled effect without it over that with it; below one, the pool is more precise
/// without.</param>
/// <param name="BetweenStudyVarianceWithout">The between-study variance without it.</param>
/// <param name="HeterogeneityWithout">Q without it.</param>
/// <param name="Leverage">Its share of the weight (hat value), from 0 to 1.</param>
/// <param name="StudentizedChange">Change of the pooled effect in standard errors (DFBETAS).</param>
/// <param name="IsInfluential">Whether one of the usual cut-offs is passed.</param>
public sealed record EffectInfluence(
    double StudentizedResidual, double FitChange, double CooksDistance, double CovarianceRatio, double? BetweenStudyVarianceWithout,
    double HeterogeneityWithout, double Leverage, double StudentizedChange, bool IsInfluential);
