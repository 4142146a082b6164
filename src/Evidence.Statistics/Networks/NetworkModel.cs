using Evidence.Statistics.Heterogeneity;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Networks;

/// <summary>
/// The contrasts of all studies, with their covariances: generalized least squares at any between-study variance.
/// </summary>
internal sealed class NetworkModel
{
    private readonly Vector<double> estimates;
    private readonly Matrix<double> sampling;
    private readonly Matrix<double> heterogeneity;
    private readonly Matrix<double> design;

    /// <summary>A model with a column for each effect; the cells say how a contrast is made of them.</summary>
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

    /// <summary>Coefficients and their covariances at a between-study variance.</summary>
    public (Vector<double> Coefficients, Matrix<double> Covariance) At(double between)
    {
        var weights = Weights(between);
        var covariance = (design.TransposeThisAndMultiply(weights) * design).Inverse();
        return (covariance * design.TransposeThisAndMultiply(weights) * estimates, covariance);
    }

    /// <summary>Q without a between-study variance; the design may have columns that are no use.</summary>
    public double Q()
    {
        var root = Weights(0).Cholesky().Factor.Transpose();
        var (left, right) = (root * design, root * estimates);
        var projected = left * (left.PseudoInverse() * right);
        return (right - projected).DotProduct(right - projected);
    }

    /// <summary>The between-study variance of highest restricted likelihood.</summary>
    public Answer<LikelihoodSearch.Found> BetweenStudyVariance()
    {
        var variances = sampling.Diagonal();
        var range = estimates.Maximum() - estimates.Minimum();
        return LikelihoodSearch.Maximum(new LikelihoodCurve(
            between => Score(Projection(between)),
            between => Trace(Projection(between) * heterogeneity, Projection(between) * heterogeneity),
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
        var weights = Weights(between);
        var information = design.TransposeThisAndMultiply(weights) * design;
        return 0.5 * (weights.Cholesky().DeterminantLn - information.Cholesky().DeterminantLn - estimates * Projection(between) * estimates);
    }

    /// <summary>P = W - WX (X'WX)⁻¹ X'W.</summary>
    private Matrix<double> Projection(double between)
    {
        var weights = Weights(between);
        var weighted = weights * design;
        return weights - weighted * (design.TransposeThisAndMultiply(weighted)).Inverse() * weighted.Transpose();
    }

    private Matrix<double> Weights(double between) => (sampling + heterogeneity * between).Inverse();

    private static double Trace(Matrix<double> left, Matrix<double> right) => left.PointwiseMultiply(right.Transpose()).RowSums().Sum();
}
