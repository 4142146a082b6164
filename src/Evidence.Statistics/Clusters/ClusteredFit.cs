using Evidence.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Clusters;

/// <summary>
/// Fits generalized least squares to effects that share a part within their cluster, where V is diag(v + σ²w) + σ²b J.
/// </summary>
/// <remarks>
/// The inverse of such a block is known (Sherman and Morrison), so that work grows with the effects and not with their square.
/// </remarks>
internal sealed class ClusteredFit
{
    private readonly WeightedRegression regression;
    private readonly int[][] clusters;
    private readonly double[] precisions;
    private readonly double[] sharedParts;
    private readonly Matrix<double> design;
    private readonly Matrix<double> weightedDesign;
    private readonly Vector<double> weightedResiduals;

    public ClusteredFit(WeightedRegression regression, int[][] clusters, VarianceComponents components)
    {
        this.regression = regression;
        this.clusters = clusters;
        Components = components;
        precisions = [.. regression.Variances.Select(variance => 1 / (variance + components.WithinClusters))];
        sharedParts = [.. clusters.Select(members => components.BetweenClusters / Inflation(members))];
        design = Matrix<double>.Build.DenseOfColumnArrays(regression.Columns);
        weightedDesign = Matrix<double>.Build.DenseOfColumnVectors(design.EnumerateColumns().Select(ApplyWeights));
        var information = design.TransposeThisAndMultiply(weightedDesign).Cholesky();
        Covariance = information.Solve(Matrix<double>.Build.DenseIdentity(regression.CoefficientCount));
        var estimates = Vector<double>.Build.DenseOfArray(regression.Estimates);
        Coefficients = Covariance * (weightedDesign.Transpose() * estimates);
        Residuals = estimates - design * Coefficients;
        weightedResiduals = ApplyWeights(Residuals);
        LogDeterminant = information.DeterminantLn;
    }

    public VarianceComponents Components { get; }

    public Vector<double> Coefficients { get; }

    /// <summary>The covariance of the coefficients is (X'WX)⁻¹.</summary>
    public Matrix<double> Covariance { get; }

    public Vector<double> Residuals { get; }

    private double LogDeterminant { get; }

    /// <summary>Returns the logarithm of the restricted or the full likelihood, without constants.</summary>
    public double LogLikelihood(bool restricted)
    {
        var weightTerm = precisions.Sum(Math.Log) - clusters.Sum(members => Math.Log(Inflation(members)));
        return 0.5 * (weightTerm - (restricted ? LogDeterminant : 0) - Residuals.DotProduct(weightedResiduals));
    }

    /// <summary>
    /// Returns twice the slope of the likelihood in σ²b and σ²w: y'PZPy - tr(PZ), or - tr(WZ) for the full likelihood.
    /// </summary>
    public Vector<double> Score(bool restricted)
    {
        var between = clusters.Sum(members => Square(members.Sum(i => weightedResiduals[i])) - SumPrecisions(members) / Inflation(members));
        var within = weightedResiduals.DotProduct(weightedResiduals)
            - clusters.Select((members, c) => SumPrecisions(members) - sharedParts[c] * members.Sum(i => Square(precisions[i]))).Sum();
        if (restricted)
        {
            var sums = ClusterSums(weightedDesign);
            between += Trace(sums.TransposeThisAndMultiply(sums));
            within += Trace(weightedDesign.TransposeThisAndMultiply(weightedDesign));
        }

        return Vector<double>.Build.DenseOfArray([between, within]);

        double SumPrecisions(int[] members) => members.Sum(i => precisions[i]);
        double Trace(Matrix<double> gram) => (Covariance * gram).Trace();
    }

    /// <summary>
    /// Returns the average information (Gilmour, Thompson and Cullis 1995), times two like the score: y'PZPZPy.
    /// </summary>
    public Matrix<double> AverageInformation()
    {
        var shared = Vector<double>.Build.Dense(regression.Count);
        foreach (var members in clusters)
        {
            var sum = members.Sum(i => weightedResiduals[i]);
            foreach (var i in members)
                shared[i] = sum;
        }

        Vector<double>[] working = [shared, weightedResiduals];
        return Matrix<double>.Build.Dense(2, 2, (row, column) => working[row].DotProduct(Project(working[column])));
    }

    /// <summary>Returns the block of V that belongs to one cluster.</summary>
    public Matrix<double> Block(int[] members) => Matrix<double>.Build.Dense(members.Length, members.Length, (i, j) =>
        Components.BetweenClusters + (i == j ? 1 / precisions[members[i]] : 0));

    /// <summary>Returns the rows of X that belong to one cluster.</summary>
    public Matrix<double> Rows(int[] members) => Matrix<double>.Build.DenseOfRowVectors(members.Select(i => design.Row(i)));

    /// <summary>Returns the rows of WX that belong to one cluster.</summary>
    public Matrix<double> WeightedRows(int[] members) => Matrix<double>.Build.DenseOfRowVectors(members.Select(i => weightedDesign.Row(i)));

    private Vector<double> Project(Vector<double> vector) =>
        ApplyWeights(vector) - weightedDesign * (Covariance * (weightedDesign.Transpose() * vector));

    private Vector<double> ApplyWeights(Vector<double> vector)
    {
        var weighted = Vector<double>.Build.Dense(vector.Count);
        for (var c = 0; c < clusters.Length; c++)
        {
            var shared = sharedParts[c] * clusters[c].Sum(i => precisions[i] * vector[i]);
            foreach (var i in clusters[c])
                weighted[i] = precisions[i] * (vector[i] - shared);
        }

        return weighted;
    }

    /// <summary>
    /// Computes 1 + σ²b Σ 1/(v + σ²w), the factor by which the shared part enlarges the determinant of a cluster's V.
    /// </summary>
    private double Inflation(int[] members) => 1 + Components.BetweenClusters * members.Sum(i => precisions[i]);

    private Matrix<double> ClusterSums(Matrix<double> matrix) =>
        Matrix<double>.Build.Dense(clusters.Length, matrix.ColumnCount, (c, j) => clusters[c].Sum(i => matrix[i, j]));

    private static double Square(double x) => x * x;
}
