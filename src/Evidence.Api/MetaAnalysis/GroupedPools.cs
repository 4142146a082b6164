using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Statistics.Moderators;

namespace Evidence.Api.MetaAnalysis;

/// <summary>A pool by groups of studies.</summary>
internal static class GroupedPools
{
    public static (SubgroupAnalysis? Groups, Problem? Problem) Of(Pool pool, string factor)
    {
        var labels = pool.Effects.Select(effect => StudyFactors.GroupOf(effect.Lead, factor)).ToList();
        var answer = Subgroups.WithSeparateVariances([.. pool.Effects.Select(effect => effect.Value)], labels, pool.Question.Options);
        if (!answer.IsAnswered)
        {
            var error = new ParameterError("subgroup", $"{factor} makes no groups here: {answer.Refusal.Detail}.");
            return (null, ProblemTypes.InvalidParameter.With(error));
        }

        var test = answer.Value.BetweenGroupsTest;
        return (new SubgroupAnalysis
        {
            Factor = factor,
            Groups = [.. answer.Value.Groups.OrderByDescending(group => group.Count).ThenBy(group => group.Label, StringComparer.Ordinal).Select(group => Describe(group, pool))],
            Q = test.Statistic,
            DegreesOfFreedom = test.DegreesOfFreedom!.Value,
            P = test.PValue,
        }, null);
    }

    private static SubgroupPool Describe(Subgroup group, Pool pool) => new()
    {
        Group = group.Label,
        Effects = group.Count,
        Estimate = PooledEstimate.Of(group.Pooled!, Measures.IsRatio(pool.Question.Rules.Measure)),
        Heterogeneity = PoolHeterogeneity.Of(group.Pooled!),
    };
}
