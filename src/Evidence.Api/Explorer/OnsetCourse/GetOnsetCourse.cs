using Evidence.Api.Claims;
using Evidence.Api.Explorer.Asking;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Onset;
using Evidence.Api.TimeCourse;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.OnsetCourse;

/// <summary>What the page of onset shows.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Course">The time course; nothing where the question was refused.</param>
/// <param name="Findings">What studies say of how fast the effect came, by definition and hours.</param>
/// <param name="Questions">The time courses that the claims ask for.</param>
public sealed record OnsetCourseModel(AskedValues Asked, TimeCourseResult? Course, IReadOnlyList<OnsetRow> Findings, IReadOnlyList<ClaimQuestion> Questions);

/// <summary>GET /onset: how fast the effect comes: the course of /v1/time-course beside the findings of /v1/onset.</summary>
public static class GetOnsetCourse
{
    /// <summary>What the page asks by itself.</summary>
    public const string OwnQuestion =
        "domain=depression-severity&measure=md&instrument=madrs&intervention=ketamine,esketamine&comparator=placebo,saline,midazolam";

    /// <summary>Filters that a finding on onset does not have, or has in another meaning.</summary>
    private static readonly string[] NotOfFindings = ["domain", "measure", "instrument", "comparator", "timeHoursMin", "timeHoursMax"];

    private static readonly IReadOnlyList<Parameter> OfFindings = [.. Filters.Parameters.Where(parameter => !NotOfFindings.Contains(parameter.Name))];

    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<OnsetCoursePage, OnsetCourseModel>(
        http, database, AskedValues.IsBlank(http) ? [ReadRequest.RevisionParameter] : TimeCourseRequest.Parameters, request => FindAsync(http, database, request));

    /// <summary>The page of a refused question.</summary>
    public static Task<byte[]> RenderProblemAsync(HttpContext http, Problem problem) =>
        PageAnswer.RenderAsync<OnsetCoursePage, OnsetCourseModel>(http, PageFrame.OfRefusal(http), new OnsetCourseModel(Asked(http, problem), null, [], []));

    private static async Task<OnsetCourseModel?> FindAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        if (AskedValues.IsBlank(http))
            request.Values = AskedValues.Own(OwnQuestion, TimeCourseRequest.Parameters);
        if (await TimeCourseRequest.ComputeAsync(http, database, request) is not { } course)
            return null;
        return await database.ReadAsync(
            async (connection, cancel) =>
            {
                var findings = await ListQuery.Of(ListOnset.List, request.Values.Only(OfFindings), request.Revision).ReadPageAsync(connection, ListDefinition.MostRows, cancel);
                var questions = await AnsweredClaims.ReadQuestionsAsync(connection, request.Revision, cancel);
                return new OnsetCourseModel(Asked(http), course, findings.Read<OnsetRow>(), [.. questions.Where(question => question.Operation == "time-course")]);
            },
            http.RequestAborted);
    }

    private static AskedValues Asked(HttpContext http, Problem? problem = null) => AskedValues.Of(http, TimeCourseRequest.Parameters, OwnQuestion, problem);
}
