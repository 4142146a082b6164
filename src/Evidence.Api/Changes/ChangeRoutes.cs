using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Store.Changes;

namespace Evidence.Api.Changes;

/// <summary>Defines the routes of <c>/v1/changes</c>.</summary>
public static class ChangeRoutes
{
    private static readonly ListEndpoint List = new(ChangeList.Definition);

    /// <summary>Registers what the routes need.</summary>
    public static void AddChanges(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RevisionFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RevisionFeed>());
    }

    /// <summary>Maps the routes of <c>/v1/changes</c>.</summary>
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapList(
            "listChanges",
            new ListPaths("/v1/changes", "/v1/changes.csv", "/v1/changes.csv-metadata.json", "/v1/changes.ndjson"),
            "List what changed between two revisions",
            "One row for each record that a revision after `from`, up to and with `to`, created, replaced or withdrew, and for each field and each effect that "
            + "differs, with the old and the new value, who changed it and why. Of a record that was created or withdrawn the fields are not listed one by one; "
            + "its effects are, because each moves a pool.",
            List);
        routes.MapRead("getChangeEvents", "/v1/changes/stream", "Follow the revisions as they are written", GetChangeEvents.Handle)
            .WithDescription(
                "Server-sent events, one a revision: `id` is its number, `event` is `revision`, `data` is JSON with `number`, `recordedAt`, `actor`, `reason`, `recordCount` "
                + "and `records`, the first 1000 of them, each with `kind`, `id` and `change`. A client that comes back with `Last-Event-ID` gets every later revision, in order, each once.")
            .ReturnsText(Format.Events, "Server-sent events, until either side ends them.")
            .WithParameters(GetChangeEvents.Parameters).IsEventStream();
    }
}
