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
    /// <summary>The answers to questions, in their order, from rows that are read in one round trip. A question whose query this program does not take has none.</summary>
    public static async Task<IReadOnlyList<LiveAnswer>> OfAsync(
        NpgsqlConnection connection, IEnumerable<ClaimQuestion> questions, long revision, CancellationToken cancel)
    {
        var asked = questions.Select(AskedQuestion.Of).OfType<AskedQuestion>().ToList();
        var selected = await PoolSelection.ReadAllAsync(connection, [.. asked.Select(each => each.Question.Selection)], revision, cancel);
        return [.. asked.Zip(selected, (each, rows) => Of(each, rows, revision))];
    }

    private static LiveAnswer Of(AskedQuestion asked, SelectedEffects selected, long revision)
    {
        var (source, question) = (asked.Source, asked.Question);
        var answer = asked.IsCourse ? OfCourse(source, question, selected.Rows, asked.Windows) : OfPool(source, question, selected.Rows);
        return answer with
        {
            Address = $"/v1/{source.Operation}?{source.Query}&revision={revision}",
            Remarks = selected.Warnings.Count > 0 ? RetractionRemarks.Of(selected.Warnings, question.Rules) : null,
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

    /// <summary>A question as it was read.</summary>
    private sealed record AskedQuestion(ClaimQuestion Source, PoolQuestion Question, IReadOnlyList<decimal> Windows)
    {
        public bool IsCourse => IsOfCourse(Source);

        public static AskedQuestion? Of(ClaimQuestion source)
        {
            var (values, errors) = QueryReader.Read(source.Query, IsOfCourse(source) ? TimeCourseRequest.Parameters : MetaAnalysisParameters.All);
            if (errors.Count > 0)
                return null;
            var (question, faults) = IsOfCourse(source) ? TimeCourseRequest.Read(values) : MetaAnalysisParameters.Read(values);
            return faults.Count > 0 ? null : new AskedQuestion(source, question, values.Numbers("windows"));
        }

        private static bool IsOfCourse(ClaimQuestion source) => source.Operation == "time-course";
    }
}
