using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;
using Evidence.Synthesis.TimeCourse;

namespace Evidence.Synthesis.Claims;

/// <summary>Answers the questions of a claim from the effects of a revision.</summary>
public static class ClaimAnswers
{
    /// <summary>Answers a question by a pool, or by a time course if it has windows.</summary>
    /// <param name="asked">The question as the catalogue stores it.</param>
    /// <param name="question">The question as it was parsed.</param>
    /// <param name="windows">Where the windows of a time course begin and end, in hours; null for a pool.</param>
    /// <param name="selected">The effects to choose from.</param>
    /// <param name="revision">The revision that they are of.</param>
    public static LiveAnswer Answer(ClaimQuestion asked, PoolQuestion question, IReadOnlyList<decimal>? windows, SelectedEffects selected, long revision)
    {
        var answer = windows is null ? AnswerByPool(asked, question, selected.Rows) : AnswerByTimeCourse(asked, question, selected.Rows, windows);
        return answer with
        {
            Address = $"/v1/{asked.Operation}?{asked.Query}&revision={revision}",
            Notes = [.. RetractionNotes.Describe(selected.Warnings, question.Rules), .. answer.Notes],
        };
    }

    private static LiveAnswer AnswerByPool(ClaimQuestion asked, PoolQuestion question, IReadOnlyList<EffectRow> rows)
    {
        var pool = Pool.Choose(rows, question);
        var blank = CreateBlank(asked, question, pool.Benefit) with { Studies = pool.Studies };
        if (pool.ValidateMixture(rows) is { } error)
            return blank with { Sentence = error.Message };
        if (pool.Studies < 2)
            return blank with { Sentence = pool.TooFew };
        var fit = pool.Fit(pool.Effects);
        if (!fit.IsSuccess)
            return blank with { Sentence = fit.Error.Message + "." };
        var estimate = PooledEstimate.FromPooled(fit.Value, Measures.IsRatio(question.Rules.Measure));
        var heterogeneity = PoolHeterogeneity.FromPooled(fit.Value);
        return blank with
        {
            Conclusion = LiveSentence.Conclude(estimate, pool.Benefit).ToTerm(),
            Sentence = LiveSentence.Describe(estimate, pool, heterogeneity),
            Estimate = estimate,
            Heterogeneity = heterogeneity,
            Notes = [.. PoolNotes.Describe(pool)],
        };
    }

    private static LiveAnswer AnswerByTimeCourse(ClaimQuestion asked, PoolQuestion question, IReadOnlyList<EffectRow> rows, IReadOnlyList<decimal> edges)
    {
        var analysis = TimeWindows.Analyze(rows, question, edges);
        if (!analysis.IsSuccess)
            return CreateBlank(asked, question, Terms.Benefit.Negative) with { Sentence = analysis.Error.Message };
        var course = analysis.Value;
        var benefit = course.Settings.Benefit;
        var windows = course.Windows.Where(window => window.Studies > 0).Select(window => new LiveWindow
        {
            FromHours = window.FromHours,
            ToHours = window.ToHours,
            Studies = window.Studies,
            Estimate = window.Estimate,
            Conclusion = LiveSentence.Conclude(window.Estimate, benefit).ToTerm(),
        }).ToList();
        return CreateBlank(asked, question, benefit) with
        {
            Conclusion = windows.Find(window => window.Conclusion is Terms.Conclusion.FavoursFirstArm or Terms.Conclusion.FavoursSecondArm)?.Conclusion ?? Terms.Conclusion.NoClearDifference,
            Sentence = LiveSentence.Describe(windows, question.Rules.Measure),
            Studies = course.Windows.SelectMany(window => window.Rows).Select(row => row.Study).Distinct().Count(),
            Windows = windows,
            Notes = course.Notes,
        };
    }

    private static LiveAnswer CreateBlank(ClaimQuestion asked, PoolQuestion question, string benefit) => new()
    {
        Question = asked.Id,
        Label = asked.Label,
        Operation = asked.Operation,
        Address = "",
        Conclusion = Terms.Conclusion.TooLittle,
        Sentence = "",
        Studies = 0,
        Notes = [],
        Measure = question.Rules.Measure.ToTerm(),
        Benefit = benefit,
    };
}
