using Evidence.Api.Hosting.Http;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics.Moderators;

namespace Evidence.Api.MetaAnalysis;

/// <summary>A pool explained by moderators.</summary>
internal static class ModeratedPool
{
    public static (RegressionAnalysis? Regression, IReadOnlyList<Decision> LeftOut, Problem? Problem) Of(Pool pool, IReadOnlyList<string> moderators)
    {
        var known = pool.Effects.Where(effect => moderators.All(moderator => StudyFactors.NumberOf(effect.Lead, moderator) is not null)).ToList();
        var leftOut = pool.Effects.Except(known).Select(effect => LeftOut(effect, moderators)).ToList();
        if (moderators.Contains("dose") && known.Select(effect => effect.Lead.DoseUnit).Distinct().Count() > 1)
            return (null, [], Refused("dose is in different units; name one by doseUnit."));
        var answer = MetaRegression.Fit(
            [.. known.Select(effect => effect.Value)],
            [.. moderators.Select(moderator => new Moderator(moderator, [.. known.Select(effect => StudyFactors.NumberOf(effect.Lead, moderator)!.Value)]))],
            pool.Question.Options);
        return answer.IsAnswered
            ? (Describe(answer.Value), leftOut, null)
            : (null, [], Refused($"{string.Join(", ", moderators)} cannot explain these {known.Count} effects: {answer.Refusal.Detail}."));
    }

    private static Problem Refused(string detail) => ProblemTypes.InvalidParameter.With(new ParameterError("moderator", detail));

    private static Decision LeftOut(ChosenEffect effect, IReadOnlyList<string> moderators) => new()
    {
        Study = effect.Lead.Study,
        Label = effect.Lead.Label,
        Outcome = effect.Lead.Outcome,
        Kind = "left-out",
        Reason = "no-moderator",
        Detail = $"Of the regression only: {string.Join(", ", moderators.Where(moderator => StudyFactors.NumberOf(effect.Lead, moderator) is null))} is not reported",
    };

    private static RegressionAnalysis Describe(RegressionResult result) => new()
    {
        Effects = result.Count,
        Coefficients =
        [
            .. result.Coefficients.Select((coefficient, i) => new RegressionCoefficient
            {
                Moderator = i == 0 ? null : coefficient.Name,
                Estimate = coefficient.Estimate,
                StandardError = coefficient.StandardError,
                CiLow = coefficient.Interval.Lower,
                CiHigh = coefficient.Interval.Upper,
                P = coefficient.Test.PValue,
            }),
        ],
        Statistic = result.ModeratorsTest.Statistic,
        DegreesOfFreedom = result.ModeratorsTest.DegreesOfFreedom!.Value,
        DenominatorDegreesOfFreedom = result.ModeratorsTest.DenominatorDegreesOfFreedom,
        P = result.ModeratorsTest.PValue,
        TauSquared = result.BetweenStudyVariance?.Value,
        ExplainedPercent = result.ExplainedPercent,
    };
}
