using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Store.Keys;
using Evidence.Store.Lists;
using Evidence.Store.Studies;

namespace Evidence.Api.Studies;

/// <summary>Defines the routes of <c>/v1/studies</c>.</summary>
public static class StudyRoutes
{
    private static readonly ListEndpoint List = new(StudyList.Definition);

    /// <summary>Maps the routes of <c>/v1/studies</c>.</summary>
    public static void MapStudies(this IEndpointRouteBuilder routes)
    {
        routes.MapList(
            "listStudies",
            new ListPaths("/v1/studies", "/v1/studies.csv", "/v1/studies.csv-metadata.json", "/v1/studies.ndjson"),
            "List studies",
            "One row for each study: what it is, who took part, what was compared. The whole record is at `/v1/studies/{id}`.",
            List,
            Format.Bibliographies);
        routes.MapBibliography("listStudiesRis", "/v1/studies.ris", "List the reports of studies as RIS", List);
        routes.MapBibliography("listStudiesBibtex", "/v1/studies.bib", "List the reports of studies as BibTeX", List);
        routes.MapBibliography("listStudiesCslJson", "/v1/studies.csl.json", "List the reports of studies as CSL-JSON", List);
        routes.MapRead("getStudy", "/v1/studies/{id}", "Get the whole record of a study", (HttpContext http, Responder responder, string id) => responder.RecordAsync(http, "study", id))
            .Returns<Study>()
            .WithDescription("The record as it is stored: reports, arms, outcomes with every figure and its source, risk of bias.").MayFailWith(410);
        routes.MapWrite("putStudy", HttpMethods.Put, "/v1/studies/{id}", "Create or replace a study", PutStudy.Handle, Roles.Curator)
            .WithDescription("The whole record is sent, and written as one revision if no rule refuses it. Sending the same record again creates no revision.")
            .WithBody<Study>().WithParameters(PutStudy.Parameters).IsConditional().Returns<StudyWriteResult>(200, 201);
        routes.MapWrite("withdrawStudy", HttpMethods.Delete, "/v1/studies/{id}", "Withdraw a study", WithdrawStudy.Handle, Roles.Curator)
            .WithDescription("From the next revision on the study is not in the catalogue; its history and every result of older revisions stay.")
            .WithParameters(WithdrawStudy.Parameters).IsConditional().Returns<StudyWriteResult>(200).MayFailWith(404, 410);
        routes.MapRead("listStudyRevisions", "/v1/studies/{id}/revisions", "List the versions of a study's record", ListStudyRevisions.Handle)
            .WithDescription("One row for each version of the record, newest first, with the revision of the catalogue that wrote it, what it changed, and which revision replaced or withdrew it.")
            .Returns<Page<StudyRevision>>().WithParameters(StudyRevisionList.Definition.Parameters);
    }
}
