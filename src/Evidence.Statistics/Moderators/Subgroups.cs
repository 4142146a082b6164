using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Moderators;

/// <summary>Pools effects within groups and tests whether the groups differ.</summary>
public static class Subgroups
{
    /// <summary>Names the method with a between-study variance for each group.</summary>
    public static Method SeparateVariancesMethod { get; } = new(
        "Subgroups with separate between-study variances",
        "Borenstein M, Hedges LV, Higgins JPT, Rothstein HR. Introduction to meta-analysis. Chichester: Wiley; 2009, chapter 19");

    /// <summary>Names the method with one between-study variance for all groups.</summary>
    public static Method CommonVarianceMethod { get; } = new(
        "Subgroups with a common between-study variance",
        "Borenstein M, Hedges LV, Higgins JPT, Rothstein HR. Introduction to meta-analysis. Chichester: Wiley; 2009, chapter 19");

    /// <summary>
    /// Pools each group by itself; the groups' effects are then compared by Q with the weights 1/SE². A group of a single effect has that
    /// effect with its interval on the normal distribution, because Student's t has no degrees of freedom for it.
    /// </summary>
    public static StatisticsResult<SubgroupsResult> PoolWithSeparateVariances(
        IReadOnlyList<EffectSize> effects, IReadOnlyList<string> labels, ModelOptions? options = null)
    {
        if (Validate(effects, labels) is { } error)
            return error;
        var groups = labels.Distinct().Select(label => RandomEffects
            .Pool([.. effects.Where((_, i) => labels[i] == label)], SelectOptions(labels.Count(each => each == label), options))
            .Select(pooled => new Subgroup(label, pooled.Count, pooled.Estimate, pooled.StandardError, pooled.Interval, pooled.Test, pooled)));
        return StatisticsResults.Combine(groups).Select(all => new SubgroupsResult(all, null, TestBetween(all), [SeparateVariancesMethod]));
    }

    /// <summary>Pools the groups with the between-study variance that all of them together leave unexplained.</summary>
    public static StatisticsResult<SubgroupsResult> PoolWithCommonVariance(
        IReadOnlyList<EffectSize> effects, IReadOnlyList<string> labels, ModelOptions? options = null)
    {
        if (Validate(effects, labels) is { } error)
            return error;
        List<string> names = [.. labels.Distinct()];
        // A column for each group gives the groups' own effects; an intercept with all columns but one tests their differences.
        var columns = names.Select(name => labels.Select(label => label == name ? 1.0 : 0.0).ToArray()).ToArray();
        double[][] differences = [[.. Enumerable.Repeat(1.0, labels.Count)], .. columns.Skip(1)];
        var chosen = options ?? new ModelOptions();
        return WeightedRegression.Create(effects, columns).Then(regression => FittedModel.FitModel(regression, chosen)).Then(model =>
            WeightedRegression.Create(effects, differences).Then(regression => FittedModel.FitModel(regression, chosen)).Select(tested =>
                new SubgroupsResult(
                    [.. names.Select((name, j) => Describe(name, labels.Count(label => label == name), model, j))],
                    model.BetweenStudyVariance,
                    MetaRegression.ComputeOmnibusTest(tested),
                    [CommonVarianceMethod, .. model.Methods])));
    }

    private static ModelOptions? SelectOptions(int count, ModelOptions? options) =>
        count > 1 ? options : (options ?? new ModelOptions()) with { Interval = ConfidenceIntervalMethod.Wald };

    private static Subgroup Describe(string name, int count, FittedModel model, int column) =>
        new(name, count, model.Fit.Coefficients[column], model.StandardError(column), model.Interval(column), model.Test(column), null);

    private static SignificanceTest TestBetween(IReadOnlyList<Subgroup> groups)
    {
        var weights = groups.Select(group => 1 / (group.StandardError * group.StandardError)).ToList();
        var mean = groups.Zip(weights, (group, weight) => weight * group.Estimate).Sum() / weights.Sum();
        var q = groups.Zip(weights, (group, weight) => weight * (group.Estimate - mean) * (group.Estimate - mean)).Sum();
        return new SignificanceTest(q, TestDistribution.ChiSquared, groups.Count - 1, null, Distributions.ChiSquaredUpper(q, groups.Count - 1));
    }

    private static StatisticsError? Validate(IReadOnlyList<EffectSize> effects, IReadOnlyList<string> labels)
    {
        if (labels.Count != effects.Count)
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"There are {labels.Count} labels for {effects.Count} effects; expected one for each");
        return labels.Distinct().Count() < 2
            ? new StatisticsError(StatisticsErrorKind.TooFewEffects, "All effects are in one group; expected two groups or more")
            : null;
    }
}

/// <summary>Holds groups of effects and the test of their differences.</summary>
/// <param name="Groups">The groups, in the order in which their labels first come.</param>
/// <param name="CommonBetweenStudyVariance">The between-study variance shared by all, where it is shared.</param>
/// <param name="BetweenGroupsTest">The test that all groups have one effect.</param>
/// <param name="Methods">The methods, each with the work to cite.</param>
public sealed record SubgroupsResult(
    IReadOnlyList<Subgroup> Groups,
    BetweenStudyVariance? CommonBetweenStudyVariance,
    SignificanceTest BetweenGroupsTest,
    IReadOnlyList<Method> Methods);

/// <summary>Holds the pooled effect of one group.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Count">Number of effects.</param>
/// <param name="Estimate">The pooled effect.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Its confidence interval.</param>
/// <param name="Test">The test that it is zero.</param>
/// <param name="Pooled">The whole answer, where the group was pooled by itself.</param>
public sealed record Subgroup(
    string Label, int Count, double Estimate, double StandardError, Interval Interval, SignificanceTest Test, PooledEffect? Pooled);
