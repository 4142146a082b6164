using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Clusters;

/// <summary>
/// Fits a mean or a regression to several effects per study, with a variance between studies and one within them.
/// </summary>
/// <remarks>The sampling errors of one study are taken as independent; the robust variance holds where they are not.</remarks>
public static class ThreeLevelModel
{
    /// <summary>The V of a cluster is decomposed, which takes too long above this number of effects.</summary>
    private const int MaxClusterSize = 500;

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
    public static StatisticsResult<ThreeLevelResult> Fit(
        IReadOnlyList<EffectSize> effects,
        IReadOnlyList<string> clusters,
        IReadOnlyList<ModeratorValues>? moderators = null,
        bool restricted = true,
        double level = 0.95)
    {
        if (Validate(effects, clusters, moderators ?? [], level) is { } error)
            return error;
        int[][] members = [.. Enumerable.Range(0, effects.Count).GroupBy(i => clusters[i]).Select(group => group.ToArray())];
        if (members.Max(cluster => cluster.Length) > MaxClusterSize)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"A cluster has more than {MaxClusterSize} effects");
        double[][] columns = [[.. Enumerable.Repeat(1.0, effects.Count)], .. (moderators ?? []).Select(moderator => moderator.Values.ToArray())];
        if (members.Length <= columns.Length)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects,
                $"There are {members.Length} clusters for {columns.Length} coefficients; expected more");
        return WeightedRegression.Create(effects, columns)
            .Then(regression => ComponentSearch.FindMaximum(regression, members, restricted))
            .Then(fit => Describe(fit, members, ["intercept", .. (moderators ?? []).Select(moderator => moderator.Name)], level));
    }

    private static StatisticsResult<ThreeLevelResult> Describe(ClusteredFit fit, int[][] clusters, IReadOnlyList<string> names, double level)
    {
        var (robust, degreesOfFreedom) = ClusterRobustVariance.Estimate(fit, clusters);
        if (Enumerable.Range(0, names.Count).Any(j => !(robust[j, j] > 0) || !double.IsFinite(degreesOfFreedom[j])))
            return new StatisticsError(
                StatisticsErrorKind.NoScatter, "The effects leave no scatter between clusters, so the robust variance is zero");
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

    private static StatisticsError? Validate(
        IReadOnlyList<EffectSize> effects, IReadOnlyList<string> clusters, IReadOnlyList<ModeratorValues> moderators, double level)
    {
        if (clusters.Count != effects.Count)
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"There are {clusters.Count} cluster names for {effects.Count} effects; expected one for each");
        return moderators.Any(moderator => moderator.Values.Count != effects.Count)
            ? new StatisticsError(StatisticsErrorKind.InvalidInput, $"A moderator has not one value for each of the {effects.Count} effects")
            : new ModelOptions { Level = level }.Validate();
    }
}

/// <summary>Holds the result of a three-level model.</summary>
/// <param name="Count">Number of effects.</param>
/// <param name="ClusterCount">Number of clusters.</param>
/// <param name="Coefficients">The coefficients with the model's own errors, on the normal distribution.</param>
/// <param name="RobustCoefficients">The same with cluster-robust errors, on Student's t.</param>
/// <param name="Components">The variance between and within clusters.</param>
/// <param name="Methods">The methods, each with the work to cite.</param>
public sealed record ThreeLevelResult(
    int Count,
    int ClusterCount,
    IReadOnlyList<Coefficient> Coefficients,
    IReadOnlyList<Coefficient> RobustCoefficients,
    VarianceComponents Components,
    IReadOnlyList<Method> Methods);
