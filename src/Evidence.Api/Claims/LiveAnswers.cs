using Evidence.Api.Effects;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.TimeCourse;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Claims;

/// <summary>Answers the questions of a claim from the catalogue as of a revision.</summary>
public static class LiveAnswers
{
    /// <summary>The answer to a question; nothing where its query is not one that this program takes.</summary>
    public static async Task<LiveAnswer?> OfAsync(NpgsqlConnection connection, ClaimQuestion asked, long revision, CancellationToken cancel)
    {
        var isCourse = asked.Operation == "time-course";
        var (values, errors) = QueryReader.Read(asked.Query, isCourse ? TimeCourseRequest.Parameters : MetaAnalysisParameters.All);
        if (errors.Count > 0)
            return null;
        var (question, faults) = isCourse ? TimeCourseRequest.Read(values) : MetaAnalysisParameters.Read(values);
        if (faults.Count > 0)
            return null;
        var (rows, warnings) = await PoolSelection.ReadAsync(connection, question.Selection, revision, cancel);
        var answer = isCourse ? OfCourse(asked, question, rows, values.Numbers("windows")) : OfPool(asked, question, rows);
        return answer with
        {
            Address = $"/v1/{asked.Operation}?{asked.Query}&revision={revision}",
            Remarks = warnings.Count > 0 ? RetractionRemarks.Of(warnings, question.Rules) : null,
        };
    }

    private static LiveAnswer OfPool(ClaimQuestion asked, PoolQuestion question, IReadOnlyList<EffectRow> rows)
    {
        var pool = Pool.Of(rows, question);
        var blank = Blank(asked, question, pool.Benefit) with { Studies = pool.Studies };
        if (pool.Mixture(rows) is { } mixture)
            return blank with { Sentence = mixture.Detail! };
        if (pool.Studies < 2)
            return blank with { Sentence = pool.TooFew };
        var fit = pool.Fit(pool.Effects);
        if (!fit.IsAnswered)
            return blank with { Sentence = fit.Refusal.Detail + "." };
        var estimate = PooledEstimate.Of(fit.Value, Measures.IsRatio(question.Rules.Measure));
        var heterogeneity = PoolHeterogeneity.Of(fit.Value);
        return blank with
        {
            Finding = LiveSentence.FindingOf(estimate, pool.Benefit),
            Sentence = LiveSentence.Of(estimate, question.Rules.Measure, pool.Studies, pool.People, heterogeneity),
            Estimate = estimate,
            Heterogeneity = heterogeneity,
        };
    }

    private static LiveAnswer OfCourse(ClaimQuestion asked, PoolQuestion question, IReadOnlyList<EffectRow> rows, IReadOnlyList<decimal> edges)
    {
        var (course, problem) = TimeWindows.Of(rows, question, edges);
        if (course is null)
            return Blank(asked, question, "negative") with { Sentence = problem!.Detail! };
        var benefit = course.Settings.Benefit;
        var windows = course.Windows.Where(window => window.Studies > 0).Select(window => new LiveWindow
        {
            FromHours = window.FromHours,
            ToHours = window.ToHours,
            Studies = window.Studies,
            Estimate = window.Estimate,
            Finding = LiveSentence.FindingOf(window.Estimate, benefit),
        }).ToList();
        return Blank(asked, question, benefit) with
        {
            Finding = windows.Find(window => window.Finding is "favours-first-arm" or "favours-second-arm")?.Finding ?? "no-clear-difference",
            Sentence = LiveSentence.Of(windows, question.Rules.Measure),
            Studies = course.Windows.SelectMany(window => window.Rows).Select(row => row.Study).Distinct().Count(),
            Windows = windows,
        };
    }

    private static LiveAnswer Blank(ClaimQuestion asked, PoolQuestion question, string benefit) => new()
    {
        Question = asked.Id,
        Label = asked.Label,
        Operation = asked.Operation,
        Address = "",
        Finding = "too-little",
        Sentence = "",
        Studies = 0,
        Measure = question.Rules.Measure,
        Benefit = benefit,
    };
}
