using Evidence.Statistics.EffectSizes;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Fitting;

/// <summary>Effects, their sampling variances, and the columns that explain them: what every model here is fitted to.</summary>
/// <remarks>
/// A pooled effect is the regression on a column of ones. Work and memory grow with the effects, not with their square.
/// </remarks>
internal sealed class WeightedRegression
{
    /// <summary>Weights further apart than this leave nothing of the lighter one in a sum of doubles.</summary>
    private const double LargestVarianceRatio = 1e15;

    private WeightedRegression(double[] estimates, double[] variances, double[][] columns)
    {
        Estimates = estimates;
        Variances = variances;
        Columns = columns;
    }

    public double[] Estimates { get; }

    public double[] Variances { get; }

    public double[][] Columns { get; }

    public int Count => Estimates.Length;

    public int CoefficientCount => Columns.Length;

    public int ResidualDegreesOfFreedom => Count - CoefficientCount;

    /// <summary>Effects about one mean.</summary>
    public static Answer<WeightedRegression> OnMean(IReadOnlyList<EffectSize> effects) =>
        On(effects, [[.. Enumerable.Repeat(1.0, effects.Count)]]);

    /// <summary>Effects explained by columns.</summary>
    public static Answer<WeightedRegression> On(IReadOnlyList<EffectSize> effects, double[][] columns)
    {
        if (Fault(effects) is { } fault)
            return fault;
        if (columns.Any(column => column.Any(x => !double.IsFinite(x))))
            return new Refusal(RefusalReason.InvalidInput, "A moderator has a value that is not a finite number");
        if (effects.Count < columns.Length)
            return new Refusal(
                RefusalReason.TooFewEffects,
                $"There are {effects.Count} effects for {columns.Length} coefficients; expected at least as many");
        if (columns.Length > 1 && !IsOfFullRank(columns))
            return new Refusal(RefusalReason.MatrixNotOfFullRank, "A moderator does not vary, or is a combination of the others");
        return new WeightedRegression([.. effects.Select(e => e.Estimate)], [.. effects.Select(e => e.Variance)], columns);
    }

    /// <summary>The fit with weights 1/(v + τ²).</summary>
    public WeightedFit At(double betweenStudyVariance) =>
        new(this, [.. Variances.Select(variance => 1 / (variance + betweenStudyVariance))]);

    /// <summary>The fit with all weights one.</summary>
    public WeightedFit Unweighted() => new(this, [.. Enumerable.Repeat(1.0, Count)]);

    /// <summary>X'DX for a diagonal matrix D.</summary>
    public Matrix<double> Gram(Func<int, double> diagonal)
    {
        var p = CoefficientCount;
        var gram = new double[p * p];
        for (var i = 0; i < Count; i++)
        {
            var d = diagonal(i);
            for (var column = 0; column < p; column++)
            {
                var scaled = d * Columns[column][i];
                for (var row = 0; row < p; row++)
                    gram[column * p + row] += scaled * Columns[row][i];
            }
        }

        return Matrix<double>.Build.Dense(p, p, gram);
    }

    internal static Refusal? Fault(IReadOnlyList<EffectSize> effects)
    {
        if (effects.Count == 0)
            return new Refusal(RefusalReason.NoEffects, "No effects were given; expected one or more");
        for (var i = 0; i < effects.Count; i++)
        {
            if (!double.IsFinite(effects[i].Estimate) || !double.IsFinite(effects[i].Variance) || effects[i].Variance < 0)
                return new Refusal(
                    RefusalReason.InvalidInput,
                    $"Effect {i + 1} is {effects[i].Estimate} with variance {effects[i].Variance}; expected finite numbers and a "
                        + "variance above zero");
            if (effects[i].Variance < 1e-300)
                return new Refusal(
                    RefusalReason.ZeroVariance,
                    $"Effect {i + 1} has a variance of zero, which gives it all the weight; expected one above zero");
        }

        return effects.Max(effect => effect.Variance) > LargestVarianceRatio * effects.Min(effect => effect.Variance)
            ? new Refusal(
                RefusalReason.VariancesTooUnequal,
                $"The largest variance is more than {LargestVarianceRatio:E0} times the smallest; no digits are left to compute "
                    + "with")
            : null;
    }

    private static bool IsOfFullRank(double[][] columns)
    {
        var lengths = columns.Select(column => Math.Sqrt(column.Sum(x => x * x))).ToArray();
        if (lengths.Any(length => length == 0))
            return false;
        var scaled = Matrix<double>.Build.DenseOfColumnArrays(columns.Select((column, j) => column.Select(x => x / lengths[j]).ToArray()));
        return scaled.Svd(computeVectors: false).S.Minimum() > 1e-9;
    }
}
