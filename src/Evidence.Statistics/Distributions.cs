using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Evidence.Statistics;

/// <summary>
/// Computes tail probabilities and quantiles. Tails are computed as tails, not as one minus the rest, so that small p values keep
/// their digits.
/// </summary>
internal static class Distributions
{
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    public static double NormalQuantile(double probability) => Normal.InvCDF(0, 1, probability);

    /// <summary>Computes P(|T| > |t|) as the regularized incomplete beta function I at df/(df + t²) with df/2 and 1/2.</summary>
    public static double StudentTwoSided(double t, double degreesOfFreedom) =>
        SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));

    /// <summary>Returns the two-sided critical value of t at a level.</summary>
    public static double StudentCriticalValue(double level, double degreesOfFreedom)
    {
        // MathNet's own inverse searches -800..800 only, and one degree of freedom leaves that range near the level 0.999.
        var alpha = 1 - level;
        return RootFinder.FindForDecreasing(t => StudentTwoSided(t, degreesOfFreedom) - alpha, 2)
            ?? throw new InvalidOperationException($"No quantile of t at the level {level} with {degreesOfFreedom} degrees of "
                + "freedom");
    }

    public static double ChiSquaredUpper(double statistic, double degreesOfFreedom) =>
        statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, statistic / 2);

    /// <summary>Returns the value that a chi-squared variable exceeds with the given probability.</summary>
    public static double ChiSquaredUpperQuantile(double probability, double degreesOfFreedom) =>
        RootFinder.FindForDecreasing(x => ChiSquaredUpper(x, degreesOfFreedom) - probability, degreesOfFreedom)
            ?? throw new InvalidOperationException($"No quantile of chi-squared at {probability} with {degreesOfFreedom} degrees "
                + "of freedom");

    public static double FUpper(double statistic, double numerator, double denominator) =>
        statistic <= 0
            ? 1
            : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + numerator * statistic));
}
