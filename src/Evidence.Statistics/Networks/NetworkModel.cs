using Evidence.Statistics.Heterogeneity;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Networks;

/// <summary>
/// Holds the contrasts of all studies with their covariances, for generalized least squares at any between-study variance.
/// </summary>
internal sealed class NetworkModel
{
    private readonly Vector<double> estimates;
    private readonly Matrix<double> sampling;
    private readonly Matrix<double> heterogeneity;
    private readonly Matrix<double> design;

    /// <summary>Creates a model with a column for each effect; the cells say how a contrast combines them.</summary>
    public NetworkModel(IReadOnlyList<NetworkStudy> studies, double[][] designRows)
    {
        var contrasts = studies.SelectMany((study, index) => study.Contrasts.Select(contrast => (index, contrast))).ToList();
        estimates = Vector<double>.Build.Dense(contrasts.Count, i => contrasts[i].contrast.Effect.Estimate);
        design = Matrix<double>.Build.DenseOfRowArrays(designRows);
        sampling = Matrix<double>.Build.Dense(contrasts.Count, contrasts.Count, (i, j) =>
            i == j ? contrasts[i].contrast.Effect.Variance
            : contrasts[i].index == contrasts[j].index ? studies[contrasts[i].index].BaselineVariance : 0);
        // With one between-study variance for all pairs, two contrasts of one study share half of it (Higgins & Whitehead 1996).
        heterogeneity = Matrix<double>.Build.Dense(contrasts.Count, contrasts.Count, (i, j) =>
            i == j ? 1 : contrasts[i].index == contrasts[j].index ? 0.5 : 0);
    }

    public int ResidualDegreesOfFreedom => design.RowCount - design.Rank();

    /// <summary>Returns the coefficients and their covariances at a between-study variance.</summary>
    public (Vector<double> Coefficients, Matrix<double> Covariance) FitAt(double between)
    {
        var weights = ComputeWeights(between);
        var covariance = (design.TransposeThisAndMultiply(weights) * design).Inverse();
        return (covariance * design.TransposeThisAndMultiply(weights) * estimates, covariance);
    }

    /// <summary>Computes Q without a between-study variance; the design may have redundant columns.</summary>
    public double ComputeQ()
    {
        var root = ComputeWeights(0).Cholesky().Factor.Transpose();
        var (left, right) = (root * design, root * estimates);
        var projected = left * (left.PseudoInverse() * right);
        return (right - projected).DotProduct(right - projected);
    }

    /// <summary>Estimates the between-study variance of highest restricted likelihood.</summary>
    public StatisticsResult<LikelihoodMaximum> EstimateBetweenStudyVariance()
    {
        var variances = sampling.Diagonal();
        var range = estimates.Maximum() - estimates.Minimum();
        return LikelihoodSearch.FindMaximum(new LikelihoodCurve(
            between => Score(ComputeProjection(between)),
            between => Trace(ComputeProjection(between) * heterogeneity, ComputeProjection(between) * heterogeneity),
            LogLikelihood,
            variances.Average(),
            variances.Minimum() * 1e-3,
            range * range + variances.Maximum()));
    }

    private double Score(Matrix<double> projection)
    {
        var residual = projection * estimates;
        return residual * heterogeneity * residual - Trace(projection, heterogeneity);
    }

    private double LogLikelihood(double between)
    {
        var weights = ComputeWeights(between);
        var information = design.TransposeThisAndMultiply(weights) * design;
        return 0.5 * (weights.Cholesky().DeterminantLn - information.Cholesky().DeterminantLn - estimates * ComputeProjection(between) * estimates);
    }

    /// <summary>Computes P = W - WX (X'WX)⁻¹ X'W.</summary>
    private Matrix<double> ComputeProjection(double between)
    {
        var weights = ComputeWeights(between);
        var weighted = weights * design;
        return weights - weighted * (design.TransposeThisAndMultiply(weighted)).Inverse() * weighted.Transpose();
    }

    private Matrix<double> ComputeWeights(double between) => (sampling + heterogeneity * between).Inverse();

    private static double Trace(Matrix<double> left, Matrix<double> right) => left.PointwiseMultiply(right.Transpose()).RowSums().Sum();
}
