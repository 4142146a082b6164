using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Moderators;
using Evidence.Synthesis.Choice;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Fits the regression of a pool on moderators.</summary>
internal static class ModeratedPool
{
    public static Result<(RegressionAnalysis Regression, IReadOnlyList<PoolingDecision> LeftOut)> Fit(Pool pool, IReadOnlyList<Moderator> moderators)
    {
        var known = pool.Effects.Where(effect => moderators.All(moderator => StudyFactors.FindNumber(effect.Lead, moderator) is not null)).ToList();
        IReadOnlyList<PoolingDecision> leftOut = [.. pool.Effects.Except(known).Select(effect => LeaveOut(effect, moderators))];
        if (moderators.Contains(Moderator.Dose) && known.Select(effect => effect.Lead.DoseUnit).Distinct().Count() > 1)
            return CreateError("dose is in different units; name one by doseUnit.");
        var fit = MetaRegression.Fit(
            [.. known.Select(effect => effect.Value)],
            [.. moderators.Select(moderator => new ModeratorValues(moderator.ToTerm(), [.. known.Select(effect => StudyFactors.FindNumber(effect.Lead, moderator)!.Value)]))],
            pool.Question.Options);
        return fit.IsSuccess
            ? (Describe(fit.Value), leftOut)
            : CreateError($"{JoinTerms(moderators)} cannot explain these {known.Count} effects: {fit.Error.Message}.");
    }

    private static string JoinTerms(IEnumerable<Moderator> moderators) => string.Join(", ", moderators.Select(moderator => moderator.ToTerm()));

    private static Error CreateError(string detail) => new(ErrorKind.InvalidParameter, new ErrorDetail("moderator", detail));

    private static PoolingDecision LeaveOut(ChosenEffect effect, IReadOnlyList<Moderator> moderators) => new()
    {
        Study = effect.Lead.Study,
        Label = effect.Lead.Label,
        Outcome = effect.Lead.Outcome,
        Kind = Terms.DecisionKind.LeftOut,
        Reason = Terms.DecisionReason.NoModerator,
        Detail = $"Of the regression only: {JoinTerms(moderators.Where(moderator => StudyFactors.FindNumber(effect.Lead, moderator) is null))} is not reported",
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
