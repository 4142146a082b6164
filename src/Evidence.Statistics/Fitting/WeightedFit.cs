using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Fitting;

/// <summary>A weighted least squares fit, with the traces that estimators of the between-study variance are made of.</summary>
/// <remarks>P = W - WX (X'WX)⁻¹ X'W is never formed: with k effects it would hold k² numbers.</remarks>
internal sealed class WeightedFit
{
    private readonly WeightedRegression regression;
    private readonly double[] coefficients;

    public WeightedFit(WeightedRegression regression, double[] weights)
    {
        this.regression = regression;
        Weights = weights;
        var factor = regression.Gram(i => weights[i]).Cholesky();
        Covariance = factor.Solve(Matrix<double>.Build.DenseIdentity(regression.CoefficientCount));
        LogDeterminant = factor.DeterminantLn;
        var moments = regression.Columns.Select(column => Sum(i => weights[i] * column[i] * regression.Estimates[i]));
        Coefficients = factor.Solve(Vector<double>.Build.DenseOfEnumerable(moments));
        coefficients = Coefficients.ToArray();
        Residuals = [.. regression.Estimates.Select((estimate, i) => estimate - Fitted(i))];
    }

    public double[] Weights { get; }

    public Vector<double> Coefficients { get; }

    /// <summary>(X'WX)⁻¹.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>ln |X'WX|.</summary>
    public double LogDeterminant { get; }

    public double[] Residuals { get; }

    public double SumOfWeights => Weights.Sum();

    public double SumOfSquaredWeights => Sum(i => Weights[i] * Weights[i]);

    /// <summary>y'Py, the weighted sum of squared residuals: Cochran's Q where the weights are 1/v.</summary>
    public double ResidualSum => Sum(i => Weights[i] * Residuals[i] * Residuals[i]);

    /// <summary>y'PPy, as Py is the weighted residuals.</summary>
    public double SquaredResidualSum => Sum(i => Weights[i] * Weights[i] * Residuals[i] * Residuals[i]);

    /// <summary>tr(PM) for a diagonal M.</summary>
    public double Trace(Func<int, double> m) =>
        Sum(i => Weights[i] * m(i)) - (Covariance * regression.Gram(i => Weights[i] * Weights[i] * m(i))).Trace();

    /// <summary>tr(PMPN) for diagonal M and N.</summary>
    public double Trace(Func<int, double> m, Func<int, double> n)
    {
        var left = Covariance * regression.Gram(i => Weights[i] * Weights[i] * m(i));
        var right = Covariance * regression.Gram(i => Weights[i] * Weights[i] * n(i));
        var both = Covariance * regression.Gram(i => Weights[i] * Weights[i] * Weights[i] * m(i) * n(i));
        return Sum(i => Weights[i] * Weights[i] * m(i) * n(i)) - 2 * both.Trace() + (left * right).Trace();
    }

    /// <summary>tr(P).</summary>
    public double Trace() => Trace(One);

    /// <summary>tr(PP).</summary>
    public double SquaredTrace() => Trace(One, One);

    /// <summary>The value that the fit gives to effect i.</summary>
    public double Fitted(int i)
    {
        var fitted = 0.0;
        for (var j = 0; j < coefficients.Length; j++)
            fitted += regression.Columns[j][i] * coefficients[j];
        return fitted;
    }

    private static double One(int i) => 1;

    private double Sum(Func<int, double> term)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
            sum += term(i);
        return sum;
    }
}
