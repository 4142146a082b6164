using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.Hosting.Security;
using Evidence.Catalogue;

namespace Evidence.Api.Studies;

/// <summary>What <c>/v1/studies</c> answers.</summary>
public static class StudyRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapStudies(this IEndpointRouteBuilder routes)
    {
        routes.MapList(
            "listStudies",
            "List studies",
            "One row for each study: what it is, who took part, what was compared. The whole record is at `/v1/studies/{id}`.",
            ListStudies.List,
            ListStudies.Handle);
        routes.MapBibliographies("listStudies", "List the reports of studies", ListStudies.List);
        routes.MapRead("getStudy", "/v1/studies/{id}", "Get the whole record of a study", GetStudy.Handle).Answers<Study>()
            .WithDescription("The record as it is stored: reports, arms, outcomes with every figure and its source, risk of bias.").MayFailWith(410);
        routes.MapWrite("putStudy", HttpMethods.Put, "/v1/studies/{id}", "Make or replace a study", PutStudy.Handle, Roles.Curator)
            .WithDescription("The whole record is brought, and written as one revision where no rule refuses it. Bringing the same record again makes no revision.")
            .Brings<Study>().Takes(PutStudy.Parameters).NamesItsVersion().AnswersWith<StudyWritten>(200, 201);
        routes.MapWrite("withdrawStudy", HttpMethods.Delete, "/v1/studies/{id}", "Withdraw a study", WithdrawStudy.Handle, Roles.Curator)
            .WithDescription("From the next revision on the study is not in the catalogue; its history and every answer of older revisions stay.")
            .Takes(WithdrawStudy.Parameters).NamesItsVersion().AnswersWith<StudyWritten>(200).MayFailWith(404, 410);
        routes.MapRead("listStudyRevisions", "/v1/studies/{id}/revisions", "List the versions of a study's record", ListStudyRevisions.Handle)
            .WithDescription("One row for each version of the record, newest first, with the revision of the catalogue that wrote it, what it changed, and which revision replaced or withdrew it.")
            .Answers<Page<StudyRevision>>().Takes(ListStudyRevisions.List.Parameters);
    }
}
