using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Fitting;

/// <summary>
/// Holds a model after the between-study variance is estimated: pooled effects, regressions and bias tests are read off it.
/// </summary>
internal sealed record FittedModel(
    WeightedRegression Regression,
    WeightedFit Fit,
    BetweenStudyVariance? BetweenStudyVariance,
    double VarianceScale,
    ReferenceDistribution Reference,
    ModelOptions Options,
    IReadOnlyList<Method> Methods,
    IReadOnlyList<Note> Notes)
{
    /// <summary>τ² is zero in the common-effect model.</summary>
    public double Between => BetweenStudyVariance?.Value ?? 0;

    public Matrix<double> Covariance => Fit.Covariance * VarianceScale;

    public static StatisticsResult<FittedModel> FitModel(WeightedRegression regression, ModelOptions options)
    {
        if (options.Validate() is { } error)
            return error;
        if (options.Estimator == BetweenStudyVarianceEstimator.None)
            return FitWithVariance(regression, null, options);
        return BetweenStudyVarianceEstimators.Estimate(regression, options.Estimator)
            .Then(between => FitWithVariance(regression, between, options));
    }

    public double StandardError(int coefficient) => Math.Sqrt(Covariance[coefficient, coefficient]);

    public Interval Interval(int coefficient) =>
        Statistics.Interval.Around(Fit.Coefficients[coefficient], StandardError(coefficient), Reference, Options.Level);

    public SignificanceTest Test(int coefficient) => Reference.Test(Fit.Coefficients[coefficient], StandardError(coefficient));

    private static StatisticsResult<FittedModel> FitWithVariance(WeightedRegression regression, BetweenStudyVariance? between, ModelOptions options)
    {
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        if (options.Interval != ConfidenceIntervalMethod.Wald && degreesOfFreedom < 1)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects,
                $"There are {regression.Count} effects for {regression.CoefficientCount} coefficients; Student's t needs at "
                    + "least one more");
        var fit = regression.FitAt(between?.Value ?? 0);
        var scale = options.Interval is ConfidenceIntervalMethod.HartungKnapp or ConfidenceIntervalMethod.HartungKnappNeverNarrower
            ? HartungKnapp.Scale(fit, degreesOfFreedom)
            : 1;
        if (options.Interval == ConfidenceIntervalMethod.HartungKnapp && scale == 0)
            return new StatisticsError(
                StatisticsErrorKind.NoScatter,
                "The effects are all equal, so Hartung and Knapp's variance is zero; use the one that is never narrower");
        List<Note> notes = [.. between?.Notes ?? []];
        if (options.Interval == ConfidenceIntervalMethod.HartungKnappNeverNarrower && scale < 1)
        {
            scale = 1;
            notes.Add(Note.VarianceKeptFromShrinking);
        }

        var reference = options.Interval == ConfidenceIntervalMethod.Wald ? ReferenceDistribution.Normal : new ReferenceDistribution(degreesOfFreedom);
        List<Method> methods = [.. between is null ? Array.Empty<Method>() : [between.Method], GetMethod(options.Interval)];
        return new FittedModel(regression, fit, between, scale, reference, options, methods, notes);
    }

    private static Method GetMethod(ConfidenceIntervalMethod interval) => interval switch
    {
        ConfidenceIntervalMethod.Wald => new Method(
            "Wald interval on the normal distribution",
            "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 10.3"),
        ConfidenceIntervalMethod.StudentT => new Method(
            "Interval on Student's t",
            "Follmann DA, Proschan MA. Valid inference in random effects meta-analysis. Biometrics. 1999;55(3):732-737"),
        ConfidenceIntervalMethod.HartungKnapp => HartungKnapp.Method,
        ConfidenceIntervalMethod.HartungKnappNeverNarrower => HartungKnapp.NeverNarrowerMethod,
    };
}
