using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Corrections;

/// <summary>What <c>/v1/corrections</c> answers.</summary>
public static class CorrectionRoutes
{
    /// <summary>Registers the bound on what one client may report.</summary>
    public static void AddCorrections(this WebApplicationBuilder builder)
    {
        var limit = CorrectionLimit.Of(builder.Configuration);
        builder.Services.AddSingleton(_ => limit); // As a factory, so that the container disposes it.
    }

    /// <summary>Adds the routes.</summary>
    public static void MapCorrections(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite("createCorrection", HttpMethods.Post, "/v1/corrections", "Report an error in the record of a study", CreateCorrection.Handle, role: null)
            .WithDescription("Anybody may. The report, its status and the decision are shown to all; `contact` is shown to curators alone.")
            .Brings<CorrectionRequest>().AnswersWith<Correction>(201);
        routes.MapRead("listCorrections", "/v1/corrections", "List the reported errors", ListCorrections.Handle)
            .WithDescription("One row for each reported error, newest first, with its status and what was decided. The list changes without a revision of the catalogue.")
            .Answers<Page<Correction>>().IsLive(ListCorrections.List.Parameters);
        routes.MapRead("getCorrection", "/v1/corrections/{id}", "Get a reported error with its decision", GetCorrection.Handle)
            .WithDescription("What was reported, how it stands now, and every question and decision with its reason.")
            .Answers<Correction>().IsLive([]).MayFailWith(404);
        routes.MapWrite("getCorrectionContact", HttpMethods.Get, "/v1/corrections/{id}/contact", "Get how to reach who reported an error", GetCorrectionContact.Handle, Roles.Curator)
            .WithDescription("What the reporter gave as `contact`; nothing else shows it.")
            .AnswersWith<CorrectionContact>(200).MayFailWith(404);
        routes.MapWrite("decideCorrection", HttpMethods.Post, "/v1/corrections/{id}/decision", "Accept or decline a correction, or ask", DecideCorrection.Handle, Roles.Curator)
            .WithDescription(
                "An acceptance changes the newest record at the place, checked as any write of a study, and makes one revision that names the correction. "
                + "Where the place is not what the reporter saw any more, the answer is 409 unless `value` or `remove` says what is to stand there.")
            .Brings<DecisionRequest>().AnswersWith<Correction>(201).MayFailWith(404, 409);
    }
}
