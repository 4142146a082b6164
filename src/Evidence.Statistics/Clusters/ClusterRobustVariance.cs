using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Evidence.Statistics.Clusters;

/// <summary>
/// Estimates variances of coefficients that hold for any correlation of effects within a cluster, corrected for few clusters
/// (CR2).
/// </summary>
public static class ClusterRobustVariance
{
    public static Method Method { get; } = new(
        "Cluster-robust variance CR2, Satterthwaite degrees of freedom",
        "Tipton E. Small sample adjustments for robust variance estimation with meta-regression. Psychol Methods. "
            + "2015;20(3):375-393; "
            + "Pustejovsky JE, Tipton E. Small-sample methods for cluster-robust variance estimation and hypothesis testing in "
            + "fixed effects models. "
            + "J Bus Econ Stat. 2018;36(4):672-683");

    /// <summary>
    /// Returns the robust covariance and the degrees of freedom of each coefficient; the fit's own V is the working model.
    /// </summary>
    internal static (Matrix<double> Covariance, IReadOnlyList<double> DegreesOfFreedom) Estimate(ClusteredFit fit, int[][] clusters)
    {
        var sides = clusters.Select(members => Side(fit, members)).ToList();
        var scores = clusters.Select((members, c) => sides[c].TransposeThisAndMultiply(Residuals(fit, members))).ToList();
        var covariance = scores.Aggregate(
            Matrix<double>.Build.Dense(fit.Coefficients.Count, fit.Coefficients.Count), (sum, score) => sum + score.OuterProduct(score));
        return (covariance, [.. Enumerable.Range(0, fit.Coefficients.Count).Select(j => DegreesOfFreedom(fit, clusters, sides, j))]);
    }

    /// <summary>
    /// Computes A'WXM of a cluster, with the adjustment A = D'B^(-1/2)D, B = D (V - XMX') D' and D'D = V (Pustejovsky &amp;
    /// Tipton 2018).
    /// </summary>
    private static Matrix<double> Side(ClusteredFit fit, int[] members)
    {
        var block = fit.Block(members);
        var rows = fit.Rows(members);
        var root = block.Cholesky().Factor.Transpose();
        var b = root * (block - rows * fit.Covariance * rows.Transpose()) * root.Transpose();
        var adjustment = root.TransposeThisAndMultiply(InverseRoot(b)) * root;
        return adjustment.TransposeThisAndMultiply(fit.WeightedRows(members)) * fit.Covariance;
    }

    /// <summary>Computes (Σ p'Vp)² / ΣΣ (p'Vp')², with V less XMX' between the sides of two clusters.</summary>
    private static double DegreesOfFreedom(ClusteredFit fit, int[][] clusters, List<Matrix<double>> sides, int coefficient)
    {
        var reach = clusters.Select((members, c) => fit.Rows(members).TransposeThisAndMultiply(sides[c].Column(coefficient))).ToList();
        var (trace, squares) = (0.0, 0.0);
        for (var c = 0; c < clusters.Length; c++)
        {
            for (var other = 0; other < clusters.Length; other++)
            {
                var product = -(reach[c] * fit.Covariance * reach[other]);
                if (c == other)
                    product += sides[c].Column(coefficient) * fit.Block(clusters[c]) * sides[c].Column(coefficient);
                trace += c == other ? product : 0;
                squares += product * product;
            }
        }

        return trace * trace / squares;
    }

    /// <summary>Returns the symmetric root of the inverse; directions without length are excluded.</summary>
    private static Matrix<double> InverseRoot(Matrix<double> matrix)
    {
        Evd<double> parts = ((matrix + matrix.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        var values = parts.EigenValues.Select(value => value.Real).ToArray();
        var smallest = 1e-12 * values.Max();
        var roots = values.Select(value => value > smallest ? 1 / Math.Sqrt(value) : 0).ToArray();
        return parts.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray(roots) * parts.EigenVectors.Transpose();
    }

    private static Vector<double> Residuals(ClusteredFit fit, int[] members) =>
        Vector<double>.Build.DenseOfEnumerable(members.Select(i => fit.Residuals[i]));
}
