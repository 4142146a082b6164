using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Lists;

namespace Evidence.Api.Corrections;

/// <summary>Defines the routes of <c>/v1/corrections</c>.</summary>
public static class CorrectionRoutes
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>Maps the routes of <c>/v1/corrections</c>.</summary>
    public static void MapCorrections(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite("createCorrection", HttpMethods.Post, "/v1/corrections", "Report an error in the record of a study", Create, role: null)
            .WithDescription("Anybody may. The report, its status and the decision are shown to all; `contact` is shown to curators alone.")
            .WithBody<CorrectionRequest>().Returns<Correction>(201);
        routes.MapRead("listCorrections", "/v1/corrections", "List the reported errors", (HttpContext http, ListResponder lists) => lists.UnversionedListAsync(http, CorrectionList.Definition))
            .WithDescription("One row for each reported error, newest first, with its status and what was decided. The list changes without a revision of the catalogue.")
            .Returns<Page<Correction>>().IsUnversioned(CorrectionList.Definition.Parameters);
        routes.MapRead("getCorrection", "/v1/corrections/{id}", "Get a reported error with its decision", Get)
            .WithDescription("What was reported, its current status, and every question and decision with its reason.")
            .Returns<Correction>().IsUnversioned([]).MayFailWith(404);
        routes.MapWrite("getCorrectionContact", HttpMethods.Get, "/v1/corrections/{id}/contact", "Get how to reach who reported an error", GetContact, Roles.Curator)
            .WithDescription("What the reporter gave as `contact`; nothing else shows it.")
            .Returns<CorrectionContact>(200).MayFailWith(404);
        routes.MapWrite("decideCorrection", HttpMethods.Post, "/v1/corrections/{id}/decision", "Accept or decline a correction, or ask", Decide, Roles.Curator)
            .WithDescription(
                "An acceptance changes the newest record at the place, checked as any write of a study, and makes one revision that names the correction. "
                + "If the place is not what the reporter saw any more, the response is 409 unless `value` or `remove` says what is to be written.")
            .WithBody<DecisionRequest>().Returns<Correction>(201).MayFailWith(404, 409);
    }

    private static Task<IResult> Create(HttpContext http, WriteResponder writes, CorrectionLimit limit, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return writes.CreateAsync<CorrectionRequest>(http, MaxBytes, (transaction, asked, cancel) =>
            NewCorrection.WriteAsync(transaction, asked, () => limit.Take(http.Connection.RemoteIpAddress, now), now, cancel));
    }

    private static Task<IResult> Get(HttpContext http, EvidenceDatabase database, Responder responder, string id) =>
        responder.UnversionedAsync(http, [], Format.Json, isImmutable: false, async (_, cancel) =>
            (await CorrectionReader.ReadAsync(database, id, cancel)).Map(row => (row, (string?)null)));

    private static Task<IResult> GetContact(HttpContext http, EvidenceDatabase database, Responder responder, string id) =>
        responder.PrivateAsync(http, cancel => CorrectionContact.ReadAsync(database, id, cancel));

    private static Task<IResult> Decide(HttpContext http, WriteResponder writes, TimeProvider clock, string id) =>
        writes.CreateAsync<DecisionRequest>(http, MaxBytes, (transaction, asked, cancel) =>
            CorrectionDecider.WriteAsync(transaction, id, asked, Actor.GetName(http.User), clock.GetUtcNow(), cancel));
}
