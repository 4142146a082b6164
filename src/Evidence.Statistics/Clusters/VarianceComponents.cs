namespace Evidence.Statistics.Clusters;

/// <summary>Splits the variance of true effects into two parts.</summary>
/// <param name="BetweenClusters">Variance between clusters, most often studies (σ²b; metafor's first <c>sigma2</c>).</param>
/// <param name="WithinClusters">Variance between the effects of one cluster (σ²w; the second).</param>
public sealed record VarianceComponents(double BetweenClusters, double WithinClusters)
{
    /// <summary>The correlation of the true effects of one cluster is null if there is no variance.</summary>
    public double? IntraclassCorrelation =>
        BetweenClusters + WithinClusters > 0 ? BetweenClusters / (BetweenClusters + WithinClusters) : null;
}
