using Evidence.Statistics.Heterogeneity;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Fitting;

/// <summary>
/// A model after the between-study variance is estimated: pooled effects, regressions and bias tests are read off it.
/// </summary>
internal sealed record FittedModel(
    WeightedRegression Regression,
    WeightedFit Fit,
    BetweenStudyVariance? BetweenStudyVariance,
    double VarianceScale,
    ReferenceDistribution Reference,
    ModelOptions Options,
    IReadOnlyList<Method> Methods,
    IReadOnlyList<Remark> Remarks)
{
    /// <summary>τ², zero in the common-effect model.</summary>
    public double Between => BetweenStudyVariance?.Value ?? 0;

    public Matrix<double> Covariance => Fit.Covariance * VarianceScale;

    public static Answer<FittedModel> Fitted(WeightedRegression regression, ModelOptions options)
    {
        if (options.Fault() is { } fault)
            return fault;
        if (options.Estimator == BetweenStudyVarianceEstimator.None)
            return WithBetween(regression, null, options);
        return BetweenStudyVarianceEstimators.Estimate(regression, options.Estimator)
            .Then(between => WithBetween(regression, between, options));
    }

    public double StandardError(int coefficient) => Math.Sqrt(Covariance[coefficient, coefficient]);

    public Interval Interval(int coefficient) =>
        Statistics.Interval.Around(Fit.Coefficients[coefficient], StandardError(coefficient), Reference, Options.Level);

    public SignificanceTest Test(int coefficient) => Reference.Test(Fit.Coefficients[coefficient], StandardError(coefficient));

    private static Answer<FittedModel> WithBetween(WeightedRegression regression, BetweenStudyVariance? between, ModelOptions options)
    {
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        if (options.Interval != IntervalMethod.Wald && degreesOfFreedom < 1)
            return new Refusal(
                RefusalReason.TooFewEffects,
                $"There are {regression.Count} effects for {regression.CoefficientCount} coefficients; Student's t needs at "
                    + "least one more");
        var fit = regression.At(between?.Value ?? 0);
        var scale = options.Interval is IntervalMethod.HartungKnapp or IntervalMethod.HartungKnappNeverNarrower
            ? HartungKnapp.Scale(fit, degreesOfFreedom)
            : 1;
        if (options.Interval == IntervalMethod.HartungKnapp && scale == 0)
            return new Refusal(
                RefusalReason.NoScatter,
                "The effects are all equal, so Hartung and Knapp's variance is zero; use the one that is never narrower");
        List<Remark> remarks = [.. between?.Remarks ?? []];
        if (options.Interval == IntervalMethod.HartungKnappNeverNarrower && scale < 1)
        {
            scale = 1;
            remarks.Add(Remark.VarianceKeptFromShrinking);
        }

        var reference = options.Interval == IntervalMethod.Wald ? ReferenceDistribution.Normal : new ReferenceDistribution(degreesOfFreedom);
        List<Method> methods = [.. between is null ? Array.Empty<Method>() : [between.Method], MethodOf(options.Interval)];
        return new FittedModel(regression, fit, between, scale, reference, options, methods, remarks);
    }

    private static Method MethodOf(IntervalMethod interval) => interval switch
    {
        IntervalMethod.Wald => new Method(
            "Wald interval on the normal distribution",
            "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 10.3"),
        IntervalMethod.StudentT => new Method(
            "Interval on Student's t",
            "Follmann DA, Proschan MA. Valid inference in random effects meta-analysis. Biometrics. 1999;55(3):732-737"),
        IntervalMethod.HartungKnapp => HartungKnapp.Method,
        IntervalMethod.HartungKnappNeverNarrower => HartungKnapp.NeverNarrower,
        _ => throw new InvalidOperationException($"No such interval: {interval}"),
    };
}
