using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Regression;

/// <summary>Holds a weighted least squares fit, with the traces that estimators of the between-study variance need.</summary>
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
        Residuals = [.. regression.Estimates.Select((estimate, i) => estimate - Predict(i))];
    }

    public double[] Weights { get; }

    public Vector<double> Coefficients { get; }

    /// <summary>The covariance of the coefficients is (X'WX)⁻¹.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>The logarithm of the determinant is ln |X'WX|.</summary>
    public double LogDeterminant { get; }

    public double[] Residuals { get; }

    public double SumOfWeights => Weights.Sum();

    public double SumOfSquaredWeights => Sum(i => Weights[i] * Weights[i]);

    /// <summary>y'Py is the weighted sum of squared residuals, which is Cochran's Q if the weights are 1/v.</summary>
    public double ResidualSum => Sum(i => Weights[i] * Residuals[i] * Residuals[i]);

    /// <summary>y'PPy is the sum of squares of Py, the weighted residuals.</summary>
    public double SquaredResidualSum => Sum(i => Weights[i] * Weights[i] * Residuals[i] * Residuals[i]);

    /// <summary>Computes tr(PM) for a diagonal matrix M.</summary>
    public double Trace(Func<int, double> m) =>
        Sum(i => Weights[i] * m(i)) - (Covariance * regression.Gram(i => Weights[i] * Weights[i] * m(i))).Trace();

    /// <summary>Computes tr(PMPN) for diagonal matrices M and N.</summary>
    public double Trace(Func<int, double> m, Func<int, double> n)
    {
        var left = Covariance * regression.Gram(i => Weights[i] * Weights[i] * m(i));
        var right = Covariance * regression.Gram(i => Weights[i] * Weights[i] * n(i));
        var both = Covariance * regression.Gram(i => Weights[i] * Weights[i] * Weights[i] * m(i) * n(i));
        return Sum(i => Weights[i] * Weights[i] * m(i) * n(i)) - 2 * both.Trace() + (left * right).Trace();
    }

    /// <summary>Computes tr(P), the trace of P.</summary>
    public double Trace() => Trace(One);

    /// <summary>Computes tr(PP), the trace of P squared.</summary>
    public double SquaredTrace() => Trace(One, One);

    /// <summary>Returns the value that the fit predicts for effect i.</summary>
    public double Predict(int i)
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
