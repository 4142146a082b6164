using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Fitting;

/// <summary>Reports how far effects differ beyond chance; for a regression, beyond its moderators too.</summary>
/// <param name="Test">Cochran's Q (of a regression QE), chi-squared on k - p degrees of freedom.</param>
/// <param name="ISquared">I², the share of the total variance that is between studies, in percent.</param>
/// <param name="HSquared">H², total variance over sampling variance.</param>
/// <param name="Intervals">Q-profile intervals, in a random-effects model.</param>
/// <param name="Methods">The methods, each with the work to cite.</param>
public sealed record HeterogeneityStatistics(
    SignificanceTest Test, double ISquared, double HSquared, QProfileIntervals? Intervals, IReadOnlyList<Method> Methods)
{
    /// <summary>Names the method for Q, I² and H².</summary>
    public static Method Method { get; } = new(
        "Q, I² and H²",
        "Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002;21(11):1539-1558");

    /// <summary>
    /// Computes I² and H² of a random-effects model from τ² and the typical sampling variance (Higgins &amp; Thompson 2002, eq.
    /// 9), so that each estimator has its own.
    /// </summary>
    internal static HeterogeneityStatistics? Compute(FittedModel model)
    {
        var regression = model.Regression;
        if (regression.ResidualDegreesOfFreedom < 1)
            return null;
        var plain = regression.FitAt(0);
        if (model.BetweenStudyVariance is null)
            return FromQ(plain.ResidualSum, regression.ResidualDegreesOfFreedom);
        var typical = regression.ResidualDegreesOfFreedom / plain.Trace();
        return new HeterogeneityStatistics(
            Cochran(plain.ResidualSum, regression.ResidualDegreesOfFreedom),
            100 * model.Between / (typical + model.Between),
            model.Between / typical + 1,
            QProfileIntervals.Compute(regression, typical, model.Options.Level),
            [Method, QProfileIntervals.Method]);
    }

    /// <summary>Computes I² = (Q - df)/Q and H² = Q/df, for models that estimate no between-study variance.</summary>
    internal static HeterogeneityStatistics FromQ(double q, int degreesOfFreedom) => new(
        Cochran(q, degreesOfFreedom),
        q > degreesOfFreedom ? 100 * (q - degreesOfFreedom) / q : 0,
        q / degreesOfFreedom,
        null,
        [Method]);

    private static SignificanceTest Cochran(double q, int degreesOfFreedom) =>
        new(q, TestDistribution.ChiSquared, degreesOfFreedom, null, Distributions.ChiSquaredUpper(q, degreesOfFreedom));
}
