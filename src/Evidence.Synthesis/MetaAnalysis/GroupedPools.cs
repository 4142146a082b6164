using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Moderators;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Pools the effects by groups of studies.</summary>
internal static class GroupedPools
{
    public static Result<SubgroupAnalysis> Pool(MetaAnalysis.Pool pool, StudyFactor factor)
    {
        var labels = pool.Effects.Select(effect => StudyFactors.GetGroup(effect.Lead, factor)).ToList();
        var grouped = Subgroups.PoolWithSeparateVariances([.. pool.Effects.Select(effect => effect.Value)], labels, pool.Question.Options);
        if (!grouped.IsSuccess)
            return new Error(ErrorKind.InvalidParameter, new ErrorDetail("subgroup", $"{factor.ToTerm()} makes no groups here: {grouped.Error.Message}."));

        var test = grouped.Value.BetweenGroupsTest;
        return new SubgroupAnalysis
        {
            Factor = factor.ToTerm(),
            Groups = [.. grouped.Value.Groups.OrderByDescending(group => group.Count).ThenBy(group => group.Label, StringComparer.Ordinal).Select(group => Describe(group, pool))],
            Q = test.Statistic,
            DegreesOfFreedom = test.DegreesOfFreedom!.Value,
            P = test.PValue,
        };
    }

    private static SubgroupPool Describe(Subgroup group, Pool pool) => new()
    {
        Group = group.Label,
        Effects = group.Count,
        Estimate = PooledEstimate.FromPooled(group.Pooled!, Measures.IsRatio(pool.Question.Rules.Measure)),
        Heterogeneity = PoolHeterogeneity.FromPooled(group.Pooled!),
    };
}
