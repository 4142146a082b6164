using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Explorer.Forms;
using Evidence.Explorer.Layout;
using Evidence.Store.Analyses;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Onset;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Synthesis.TimeCourse;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Onset;

/// <summary>What the page of onset shows.</summary>
/// <param name="Form">The question.</param>
/// <param name="Course">The time course; null if the question was refused.</param>
/// <param name="Findings">What studies report about how fast the effect came, by definition and hours.</param>
/// <param name="Questions">The time courses that the claims ask for.</param>
public sealed record OnsetPageModel(FormValues Form, TimeCourseResult? Course, IReadOnlyList<OnsetRow> Findings, IReadOnlyList<ClaimQuestion> Questions);

/// <summary>GET /onset: how fast the effect comes, as the course of /v1/time-course beside the findings of /v1/onset.</summary>
public static class GetOnsetPage
{
    /// <summary>The question that the page asks if its address asks none.</summary>
    public const string OwnQuestion =
        "domain=depression-severity&measure=md&instrument=madrs&intervention=ketamine,esketamine&comparator=placebo,saline,midazolam";

    /// <summary>Filters that a finding on onset does not have, or has in another meaning.</summary>
    private static readonly string[] CourseFilters = ["domain", "measure", "instrument", "comparator", "timeHoursMin", "timeHoursMax"];

    private static readonly IReadOnlyList<Parameter> FindingFilters = [.. Filters.Parameters.Where(parameter => !CourseFilters.Contains(parameter.Name))];

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<OnsetPage, OnsetPageModel>(
            http,
            FormValues.IsBlank(http) ? [RevisionParameters.Revision] : TimeCourseDefinition.Parameters,
            (query, cancel) => FindAsync(http, database, query, cancel),
            error => new OnsetPageModel(ReadForm(http, error), null, [], []));

    private static async Task<Result<PageContent<OnsetPageModel>>> FindAsync(
        HttpContext http, EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var values = FormValues.Complete(http, query, OwnQuestion, TimeCourseDefinition.Parameters);
        var course = await TimeCourseDefinition.Analysis.RunAsync(database, values, query.Revision, cancel);
        if (!course.IsSuccess)
            return course.Error;
        var findings = ListQuery.Create(OnsetList.Definition, values.Only(FindingFilters), query.Revision);
        return await database.ReadAsync(
            async (connection, token) =>
            {
                var page = await findings.ReadPageAsync(connection, ListDefinition.MaxRows, token);
                var questions = await ClaimReader.ReadQuestionsAsync(connection, query.Revision, token);
                var model = new OnsetPageModel(
                    ReadForm(http), course.Value, page.Read<OnsetRow>(), [.. questions.Where(question => question.Operation == "time-course")]);
                return new PageContent<OnsetPageModel>(model, course.Value.Warnings);
            },
            cancel);
    }

    private static FormValues ReadForm(HttpContext http, Error? error = null) =>
        FormValues.FromRequest(http, TimeCourseDefinition.Parameters, OwnQuestion, error);
}
