using Evidence.Statistics.Models;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>The maximum of a likelihood over the between-study variance, zero included.</summary>
internal static class LikelihoodSearch
{
    private const double Tolerance = 1e-13;
    private const int Iterations = 300;
    private const int GridPoints = 100;

    /// <summary>A maximum, and how it was come by.</summary>
    public sealed record Found(double Value, IReadOnlyList<Remark> Remarks);

    /// <summary>Fisher scoring from Hedges' estimate, as in metafor, and a search along a grid; the higher of the two maxima.</summary>
    /// <remarks>
    /// The likelihood of a few effects of very different precision may have two maxima, and scoring ends on one of them by chance of its start.
    /// metafor compares that one with zero only; here it is compared with the whole range.
    /// </remarks>
    public static Answer<Found> Maximum(
        WeightedRegression regression,
        Func<WeightedFit, double> score,
        Func<WeightedFit, double> information,
        Func<WeightedFit, double> logLikelihood)
    {
        double LogLikelihood(double between) => logLikelihood(regression.At(between));

        var searched = Searched(regression, between => score(regression.At(between)), LogLikelihood);
        if (Scored(regression, score, information) is { } scored)
        {
            return searched is { } other && LogLikelihood(other) > LogLikelihood(scored) + 1e-9
                ? new Found(other, [Remark.LocalMaximumLeft])
                : new Found(scored, []);
        }

        return searched is { } found
            ? new Found(found, [Remark.FisherScoringReplacedBySearch])
            : new Refusal(RefusalReason.NotConverged, "The likelihood of the between-study variance has no maximum that could be found");
    }

    private static double? Scored(WeightedRegression regression, Func<WeightedFit, double> score, Func<WeightedFit, double> information)
    {
        var value = HedgesEstimator.Estimate(regression).Value?.Value ?? 0;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var fit = regression.At(value);
            var step = score(fit) / information(fit);
            if (value + step < 0 && score(regression.At(0)) <= 0)
                return 0;
            while (value + step < 0)
                step /= 2;
            value += step;
            if (Math.Abs(step) <= Tolerance * (value + regression.Variances.Min()))
                return value;
        }

        return null;
    }

    private static double? Searched(WeightedRegression regression, Func<double, double> score, Func<double, double> logLikelihood)
    {
        var range = regression.Estimates.Max() - regression.Estimates.Min();
        var upper = range * range + regression.Variances.Max();
        var lower = regression.Variances.Min() * 1e-3;
        double[] grid = [0, .. Enumerable.Range(0, GridPoints + 1).Select(i => lower * Math.Pow(upper / lower, (double)i / GridPoints))];
        var best = Enumerable.Range(0, grid.Length).MaxBy(i => logLikelihood(grid[i]));
        var left = grid[Math.Max(best - 1, 0)];
        var right = grid[Math.Min(best + 1, grid.Length - 1)];
        if (best == 0 && score(0) <= 0)
            return 0;
        return score(left) > 0 && score(right) < 0 ? Roots.Between(score, left, right) : null;
    }
}
