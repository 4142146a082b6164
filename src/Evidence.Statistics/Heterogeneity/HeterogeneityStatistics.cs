using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>How far effects differ beyond chance; of a regression, beyond its moderators too.</summary>
/// <param name="Test">Cochran's Q (of a regression QE), chi-squared on k - p degrees of freedom.</param>
/// <param name="ISquared">I², the share of the total variance that is between studies, in percent.</param>
/// <param name="HSquared">H², total variance over sampling variance.</param>
/// <param name="Intervals">Q-profile intervals, in a random-effects model.</param>
/// <param name="Methods">The methods.</param>
public sealed record HeterogeneityStatistics(
    SignificanceTest Test, double ISquared, double HSquared, QProfileIntervals? Intervals, IReadOnlyList<Method> Methods)
{
    /// <summary>Q, I² and H².</summary>
    public static Method Method { get; } = new(
        "Q, I² and H²",
        "Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002;21(11):1539-1558");

    /// <summary>
    /// I² and H² of a random-effects model follow from τ² and the typical sampling variance (Higgins &amp; Thompson 2002, eq. 9),
    /// so that all estimators have their own.
    /// </summary>
    internal static HeterogeneityStatistics? Of(FittedModel model)
    {
        var regression = model.Regression;
        if (regression.ResidualDegreesOfFreedom < 1)
            return null;
        var plain = regression.At(0);
        if (model.BetweenStudyVariance is null)
            return FromQ(plain.ResidualSum, regression.ResidualDegreesOfFreedom);
        var typical = regression.ResidualDegreesOfFreedom / plain.Trace();
        return new HeterogeneityStatistics(
            Cochran(plain.ResidualSum, regression.ResidualDegreesOfFreedom),
            100 * model.Between / (typical + model.Between),
            model.Between / typical + 1,
            QProfileIntervals.Of(regression, typical, model.Options.Level),
            [Method, QProfileIntervals.Method]);
    }

    /// <summary>I² = (Q - df)/Q and H² = Q/df, where no between-study variance is estimated.</summary>
    internal static HeterogeneityStatistics FromQ(double q, int degreesOfFreedom) => new(
        Cochran(q, degreesOfFreedom),
        q > degreesOfFreedom ? 100 * (q - degreesOfFreedom) / q : 0,
        q / degreesOfFreedom,
        null,
        [Method]);

    private static SignificanceTest Cochran(double q, int degreesOfFreedom) =>
        new(q, TestDistribution.ChiSquared, degreesOfFreedom, null, Distributions.ChiSquaredUpper(q, degreesOfFreedom));
}
