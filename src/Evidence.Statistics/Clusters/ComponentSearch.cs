using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Clusters;

/// <summary>Finds the variance components of highest likelihood, neither below zero.</summary>
internal static class ComponentSearch
{
    private const double Tolerance = 1e-12;
    private const int Iterations = 500;
    private const int Halvings = 60;

    /// <summary>
    /// Takes Newton steps by the average information and halves them until the likelihood rises; a component that would fall
    /// below zero stays there.
    /// </summary>
    public static StatisticsResult<ClusteredFit> FindMaximum(WeightedRegression regression, int[][] clusters, bool restricted)
    {
        var crude = HedgesEstimator.Estimate(regression).Value?.Value ?? 0;
        var start = Math.Max(crude, regression.Variances.Average() * 0.1) / 2;
        var fit = new ClusteredFit(regression, clusters, new VarianceComponents(start, start));
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var next = FindImprovement(regression, clusters, fit, restricted);
            if (next is null)
                return fit;
            var change = Math.Max(
                Math.Abs(next.Components.BetweenClusters - fit.Components.BetweenClusters),
                Math.Abs(next.Components.WithinClusters - fit.Components.WithinClusters));
            fit = next;
            if (change <= Tolerance * (fit.Components.BetweenClusters + fit.Components.WithinClusters + regression.Variances.Min()))
                return fit;
        }

        return new StatisticsError(StatisticsErrorKind.NotConverged, "The variances between and within clusters do not settle");
    }

    /// <summary>Returns the fit after one step, or null if no step raises the likelihood.</summary>
    private static ClusteredFit? FindImprovement(WeightedRegression regression, int[][] clusters, ClusteredFit fit, bool restricted)
    {
        var before = fit.LogLikelihood(restricted);
        var step = ComputeStep(fit, restricted);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var components = new VarianceComponents(
                Math.Max(0, fit.Components.BetweenClusters + step[0]), Math.Max(0, fit.Components.WithinClusters + step[1]));
            if (components == fit.Components)
                return null;
            var next = new ClusteredFit(regression, clusters, components);
            if (next.LogLikelihood(restricted) >= before)
                return next;
            step /= 2;
        }

        return null;
    }

    private static Vector<double> ComputeStep(ClusteredFit fit, bool restricted)
    {
        var score = fit.Score(restricted);
        var information = fit.AverageInformation();
        double[] values = [fit.Components.BetweenClusters, fit.Components.WithinClusters];
        var free = Enumerable.Range(0, 2).Where(k => values[k] > 0 || score[k] > 0).ToArray();
        var step = Vector<double>.Build.Dense(2);
        if (free.Length == 2 && information.Determinant() > 1e-12 * information[0, 0] * information[1, 1])
            return information.Solve(score);
        // Where every cluster is one effect the two components are one: each takes its part of the step.
        foreach (var k in free)
            step[k] = score[k] / information[k, k] / free.Length;
        return step;
    }
}
