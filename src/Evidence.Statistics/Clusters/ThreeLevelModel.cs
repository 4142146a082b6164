using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Moderators;

namespace Evidence.Statistics.Clusters;

/// <summary>Several effects a study: a mean, or a regression, with a variance between studies and one within them.</summary>
/// <remarks>The sampling errors of one study are taken as independent; the robust variance holds where they are not.</remarks>
public static class ThreeLevelModel
{
    /// <summary>A cluster's V is decomposed; beyond this many effects in one cluster it would take too long.</summary>
    private const int LargestCluster = 500;

    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Three-level model",
        "Konstantopoulos S. Fixed effects and variance components estimation in three-level meta-analysis. Res Synth Methods. "
            + "2011;2(1):61-76");

    /// <summary>Fits the model by restricted maximum likelihood, or by maximum likelihood.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="clusters">The cluster of each effect.</param>
    /// <param name="moderators">Moderators; none for a mean.</param>
    /// <param name="restricted">Whether the restricted likelihood is used.</param>
    /// <param name="level">Level of the intervals.</param>
    public static Answer<ThreeLevelResult> Fit(
        IReadOnlyList<EffectSize> effects,
        IReadOnlyList<string> clusters,
        IReadOnlyList<Moderator>? moderators = null,
        bool restricted = true,
        double level = 0.95)
    {
        if (Fault(effects, clusters, moderators ?? [], level) is { } fault)
            return fault;
        int[][] members = [.. Enumerable.Range(0, effects.Count).GroupBy(i => clusters[i]).Select(group => group.ToArray())];
        if (members.Max(cluster => cluster.Length) > LargestCluster)
            return new Refusal(RefusalReason.InvalidInput, $"A cluster has more than {LargestCluster} effects");
        double[][] columns = [[.. Enumerable.Repeat(1.0, effects.Count)], .. (moderators ?? []).Select(moderator => moderator.Values.ToArray())];
        if (members.Length <= columns.Length)
            return new Refusal(
                RefusalReason.TooFewEffects,
                $"There are {members.Length} clusters for {columns.Length} coefficients; expected more");
        return WeightedRegression.On(effects, columns)
            .Then(regression => ComponentSearch.Maximum(regression, members, restricted))
            .Then(fit => Describe(fit, members, ["intercept", .. (moderators ?? []).Select(moderator => moderator.Name)], level));
    }

    private static Answer<ThreeLevelResult> Describe(ClusteredFit fit, int[][] clusters, IReadOnlyList<string> names, double level)
    {
        var (robust, degreesOfFreedom) = ClusterRobustVariance.Of(fit, clusters);
        if (Enumerable.Range(0, names.Count).Any(j => !(robust[j, j] > 0) || !double.IsFinite(degreesOfFreedom[j])))
            return new Refusal(
                RefusalReason.NoScatter, "The effects leave no scatter between clusters, so the robust variance is zero");
        return new ThreeLevelResult(
            clusters.Sum(members => members.Length),
            clusters.Length,
            [.. names.Select((name, j) => Coefficient(name, fit.Coefficients[j], fit.Covariance[j, j], ReferenceDistribution.Normal, level))],
            [.. names.Select((name, j) =>
                Coefficient(name, fit.Coefficients[j], robust[j, j], new ReferenceDistribution(degreesOfFreedom[j]), level))],
            fit.Components,
            [Method, ClusterRobustVariance.Method]);
    }

    private static Coefficient Coefficient(string name, double estimate, double variance, ReferenceDistribution reference, double level)
    {
        var error = Math.Sqrt(variance);
        return new Coefficient(name, estimate, error, Interval.Around(estimate, error, reference, level), reference.Test(estimate, error));
    }

    private static Refusal? Fault(
        IReadOnlyList<EffectSize> effects, IReadOnlyList<string> clusters, IReadOnlyList<Moderator> moderators, double level)
    {
        if (clusters.Count != effects.Count)
            return new Refusal(
                RefusalReason.InvalidInput,
                $"There are {clusters.Count} cluster names for {effects.Count} effects; expected one for each");
        return moderators.Any(moderator => moderator.Values.Count != effects.Count)
            ? new Refusal(RefusalReason.InvalidInput, $"A moderator has not one value for each of the {effects.Count} effects")
            : new ModelOptions { Level = level }.Fault();
    }
}

/// <summary>The answer of a three-level model.</summary>
/// <param name="Count">Number of effects.</param>
/// <param name="ClusterCount">Number of clusters.</param>
/// <param name="Coefficients">The coefficients with the model's own errors, on the normal distribution.</param>
/// <param name="RobustCoefficients">The same with cluster-robust errors, on Student's t.</param>
/// <param name="Components">The variance between and within clusters.</param>
/// <param name="Methods">The methods.</param>
public sealed record ThreeLevelResult(
    int Count,
    int ClusterCount,
    IReadOnlyList<Coefficient> Coefficients,
    IReadOnlyList<Coefficient> RobustCoefficients,
    VarianceComponents Components,
    IReadOnlyList<Method> Methods);
