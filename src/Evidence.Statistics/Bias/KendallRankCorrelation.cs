namespace Evidence.Statistics.Bias;

/// <summary>Holds a rank correlation with its test.</summary>
/// <param name="Correlation">Kendall's τ, from -1 to 1.</param>
/// <param name="Test">The two-sided test that there is none; of ties or many pairs, on the normal distribution.</param>
/// <param name="Method">The method, with the work to cite.</param>
/// <param name="Notes">The notes that explain the result.</param>
public sealed record RankCorrelation(double Correlation, SignificanceTest Test, Method Method, IReadOnlyList<Note> Notes);

/// <summary>Computes Kendall's rank correlation with its test.</summary>
internal static class KendallRankCorrelation
{
    /// <summary>The exact distribution takes n³ steps; above this number of pairs the normal one is as good.</summary>
    private const int MaxExactPairs = 200;

    public static StatisticsResult<RankCorrelation> Compute(double[] x, double[] y)
    {
        var score = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
                score += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
        }

        var tiesInX = Ties(x);
        var tiesInY = Ties(y);
        var pairs = x.Length * (x.Length - 1) / 2.0;
        var untied = Math.Sqrt((pairs - Pairs(tiesInX)) * (pairs - Pairs(tiesInY)));
        if (untied == 0)
            return new StatisticsError(
                StatisticsErrorKind.NoInformation, "All effects or all variances are equal; there are no ranks to correlate");
        var isExact = tiesInX.Count == 0 && tiesInY.Count == 0 && x.Length <= MaxExactPairs;
        var test = isExact ? Exact(score, pairs, x.Length) : Approximate(score, x.Length, tiesInX, tiesInY);
        return new RankCorrelation(score / untied, test, BeggTest.Method, isExact ? [] : [Note.ApproximatePValue]);
    }

    private static SignificanceTest Exact(double score, double pairs, int count)
    {
        var concordant = (int)Math.Round((score + pairs) / 2);
        var probabilities = ConcordantPairs(count);
        var lower = probabilities.Take(concordant + 1).Sum();
        var upper = probabilities.Skip(concordant).Sum();
        return new SignificanceTest(concordant, TestDistribution.KendallExact, count, null, Math.Min(1, 2 * Math.Min(lower, upper)));
    }

    /// <summary>
    /// Returns the probability of each number of concordant pairs: the i-th value adds from 0 to i - 1 of them, all equally
    /// likely.
    /// </summary>
    private static double[] ConcordantPairs(int count)
    {
        double[] probabilities = [1];
        for (var i = 2; i <= count; i++)
        {
            var next = new double[probabilities.Length + i - 1];
            for (var pairs = 0; pairs < probabilities.Length; pairs++)
            {
                for (var added = 0; added < i; added++)
                    next[pairs + added] += probabilities[pairs] / i;
            }

            probabilities = next;
        }

        return probabilities;
    }

    /// <summary>
    /// Tests with the variance for ties of Kendall (Rank correlation methods, 1970), without continuity correction, as R's
    /// cor.test does.
    /// </summary>
    private static SignificanceTest Approximate(double score, int count, List<int> tiesInX, List<int> tiesInY)
    {
        double n = count;
        var all = n * (n - 1) * (2 * n + 5);
        var variance = (all - tiesInX.Sum(Spread) - tiesInY.Sum(Spread)) / 18
            + 2 * Pairs(tiesInX) * 2 * Pairs(tiesInY) / (2 * n * (n - 1))
            + tiesInX.Sum(Triples) * tiesInY.Sum(Triples) / (9 * n * (n - 1) * (n - 2));
        return ReferenceDistribution.Normal.Test(score, Math.Sqrt(variance));

        static double Spread(int t) => (double)t * (t - 1) * (2 * t + 5);
        static double Triples(int t) => (double)t * (t - 1) * (t - 2);
    }

    private static List<int> Ties(double[] values) =>
        [.. values.GroupBy(value => value).Select(group => group.Count()).Where(size => size > 1)];

    private static double Pairs(List<int> ties) => ties.Sum(size => size * (size - 1) / 2.0);
}
