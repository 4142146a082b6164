using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Holds a likelihood of the between-study variance, with its slope.</summary>
/// <param name="Score">Its slope, or a multiple of that.</param>
/// <param name="Information">The expected fall of the slope, multiplied alike.</param>
/// <param name="LogLikelihood">Its logarithm, without constants.</param>
/// <param name="Start">Where scoring starts.</param>
/// <param name="Smallest">A between-study variance that is as good as none.</param>
/// <param name="Largest">One that is larger than any maximum.</param>
internal sealed record LikelihoodCurve(
    Func<double, double> Score, Func<double, double> Information, Func<double, double> LogLikelihood, double Start, double Smallest, double Largest)
{
    /// <summary>Builds the curve of a regression from functions of its fit.</summary>
    public static LikelihoodCurve FromRegression(
        WeightedRegression regression,
        Func<WeightedFit, double> score,
        Func<WeightedFit, double> information,
        Func<WeightedFit, double> logLikelihood)
    {
        var range = regression.Estimates.Max() - regression.Estimates.Min();
        return new LikelihoodCurve(
            between => score(regression.FitAt(between)),
            between => information(regression.FitAt(between)),
            between => logLikelihood(regression.FitAt(between)),
            HedgesEstimator.Estimate(regression).Value?.Value ?? 0,
            regression.Variances.Min() * 1e-3,
            range * range + regression.Variances.Max());
    }
}

/// <summary>A maximum of a likelihood, with notes on how it was found.</summary>
/// <param name="Value">The between-study variance at the maximum.</param>
/// <param name="Notes">Notes on how the maximum was found.</param>
internal sealed record LikelihoodMaximum(double Value, IReadOnlyList<Note> Notes);

/// <summary>Finds the maximum of a likelihood over the between-study variance, zero included.</summary>
internal static class LikelihoodSearch
{
    private const double Tolerance = 1e-13;
    private const int Iterations = 300;
    private const int GridPoints = 100;

    /// <summary>
    /// Runs Fisher scoring, as metafor does, and a search along a grid, and returns the higher of the two maxima.
    /// </summary>
    /// <remarks>
    /// The likelihood of a few effects of very different precision may have two maxima, and scoring ends on one of them by chance of its
    /// start. metafor compares that one with zero only; here it is compared with the whole range.
    /// </remarks>
    public static StatisticsResult<LikelihoodMaximum> FindMaximum(LikelihoodCurve curve)
    {
        var searched = SearchGrid(curve);
        if (RunScoring(curve) is { } scored)
        {
            return searched is { } other && curve.LogLikelihood(other) > curve.LogLikelihood(scored) + 1e-9
                ? new LikelihoodMaximum(other, [Note.LocalMaximumLeft])
                : new LikelihoodMaximum(scored, []);
        }

        return searched is { } found
            ? new LikelihoodMaximum(found, [Note.FisherScoringReplacedBySearch])
            : new StatisticsError(
                StatisticsErrorKind.NotConverged, "The likelihood of the between-study variance has no maximum that could be found");
    }

    private static double? RunScoring(LikelihoodCurve curve)
    {
        var value = curve.Start;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var step = curve.Score(value) / curve.Information(value);
            if (value + step < 0 && curve.Score(0) <= 0)
                return 0;
            while (value + step < 0)
                step /= 2;
            value += step;
            if (Math.Abs(step) <= Tolerance * (value + 1000 * curve.Smallest))
                return value;
        }

        return null;
    }

    /// <summary>Returns the highest maximum among zero and each place along the grid where the likelihood stops rising.</summary>
    private static double? SearchGrid(LikelihoodCurve curve)
    {
        var ratio = curve.Largest / curve.Smallest;
        double[] grid = [0, .. Enumerable.Range(0, GridPoints + 1).Select(i => curve.Smallest * Math.Pow(ratio, (double)i / GridPoints))];
        double[] slopes = [.. grid.Select(curve.Score)];
        var maxima = Enumerable.Range(1, grid.Length - 1)
            .Where(i => slopes[i - 1] > 0 && slopes[i] < 0)
            .Select(i => RootFinder.FindBetween(curve.Score, grid[i - 1], grid[i]))
            .Append(slopes[0] <= 0 ? 0 : null);
        return maxima.Where(maximum => maximum is not null).MaxBy(maximum => curve.LogLikelihood(maximum!.Value));
    }
}
