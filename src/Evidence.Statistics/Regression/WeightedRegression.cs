using Evidence.Statistics.EffectSizes;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Regression;

/// <summary>
/// Holds effects, their sampling variances and the columns that explain them: every model here is fitted to these.
/// </summary>
/// <remarks>
/// A pooled effect is the regression on a column of ones. Work and memory grow with the effects, not with their square.
/// </remarks>
internal sealed class WeightedRegression
{
    /// <summary>If variances differ by more than this factor, the lighter weight is lost in a sum of doubles.</summary>
    private const double MaxVarianceRatio = 1e15;

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

    /// <summary>Creates the regression of effects on one mean.</summary>
    public static StatisticsResult<WeightedRegression> CreateForMean(IReadOnlyList<EffectSize> effects) =>
        Create(effects, [[.. Enumerable.Repeat(1.0, effects.Count)]]);

    /// <summary>Creates the regression of effects on the given columns.</summary>
    public static StatisticsResult<WeightedRegression> Create(IReadOnlyList<EffectSize> effects, double[][] columns)
    {
        if (ValidateEffects(effects) is { } error)
            return error;
        if (columns.Any(column => column.Any(x => !double.IsFinite(x))))
            return new StatisticsError(StatisticsErrorKind.InvalidInput, "A moderator has a value that is not a finite number");
        if (effects.Count < columns.Length)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects,
                $"There are {effects.Count} effects for {columns.Length} coefficients; expected at least as many");
        if (columns.Length > 1 && !IsOfFullRank(columns))
            return new StatisticsError(StatisticsErrorKind.MatrixNotOfFullRank, "A moderator does not vary, or is a combination of the others");
        return new WeightedRegression([.. effects.Select(e => e.Estimate)], [.. effects.Select(e => e.Variance)], columns);
    }

    /// <summary>Fits with the weights 1/(v + τ²).</summary>
    public WeightedFit FitAt(double betweenStudyVariance) =>
        new(this, [.. Variances.Select(variance => 1 / (variance + betweenStudyVariance))]);

    /// <summary>Fits with all weights equal to one.</summary>
    public WeightedFit FitUnweighted() => new(this, [.. Enumerable.Repeat(1.0, Count)]);

    /// <summary>Computes X'DX for a diagonal matrix D.</summary>
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

    internal static StatisticsError? ValidateEffects(IReadOnlyList<EffectSize> effects)
    {
        if (effects.Count == 0)
            return new StatisticsError(StatisticsErrorKind.NoEffects, "No effects were given; expected one or more");
        for (var i = 0; i < effects.Count; i++)
        {
            if (!double.IsFinite(effects[i].Estimate) || !double.IsFinite(effects[i].Variance) || effects[i].Variance < 0)
                return new StatisticsError(
                    StatisticsErrorKind.InvalidInput,
                    $"Effect {i + 1} is {effects[i].Estimate} with variance {effects[i].Variance}; expected finite numbers and a "
                        + "variance above zero");
            if (effects[i].Variance < 1e-300)
                return new StatisticsError(
                    StatisticsErrorKind.ZeroVariance,
                    $"Effect {i + 1} has a variance of zero, which gives it all the weight; expected one above zero");
        }

        return effects.Max(effect => effect.Variance) > MaxVarianceRatio * effects.Min(effect => effect.Variance)
            ? new StatisticsError(
                StatisticsErrorKind.VariancesTooUnequal,
                $"The largest variance is more than {MaxVarianceRatio:E0} times the smallest; no digits are left to compute "
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
