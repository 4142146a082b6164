using System.Text.Json;
using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Lists;
using Evidence.Store.Releases;
using Evidence.Store.Writes;

namespace Evidence.Api.Releases;

/// <summary>Defines the routes of <c>/v1/releases</c>.</summary>
public static class ReleaseRoutes
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>The format of the lines that a release's checksum is made of.</summary>
    private static readonly Format Lines = new("txt", "text/plain");

    /// <summary>Maps the routes of <c>/v1/releases</c>.</summary>
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite("createRelease", HttpMethods.Post, "/v1/releases", "Name a revision of the catalogue", Create, Roles.Curator)
            .WithDescription("The revision gets a name under which it is read and cited, and a checksum over every record. A release never changes, and its name is given once.")
            .WithBody<ReleaseRequest>().Returns<Release>(201).MayFailWith(409);
        routes.MapRead("listReleases", "/v1/releases", "List the releases", (HttpContext http, ListResponder lists) => lists.UnversionedListAsync(http, ReleaseList.Definition))
            .WithDescription("One row for each named revision, the one named last first.")
            .Returns<Page<Release>>().IsUnversioned(ReleaseList.Definition.Parameters);
        routes.MapRead("getRelease", "/v1/releases/{name}", "Get a release", Get)
            .WithDescription("The revision that the release names, what is new in it, and its checksum.")
            .Returns<Release>().IsUnversioned([]).MayFailWith(404);
        routes.MapRead("getReleaseChecksums", "/v1/releases/{name}/checksums", "Get the lines that a release's checksum is made of", GetChecksums)
            .WithDescription("A line `kind id digest` for every record of the revision, in the order of their bytes: the digest is the SHA-256 of the record's document, the checksum that of all lines.")
            .ReturnsText(Lines, "Lines of text, each ended by LF.").IsUnversioned([]).MayFailWith(404);
    }

    private static Task<IResult> Create(HttpContext http, WriteResponder writes, TimeProvider clock) =>
        writes.CreateAsync<ReleaseRequest>(http, MaxBytes, async (transaction, asked, cancel) =>
        {
            var revision = await NewRelease.WriteAsync(transaction, asked, Actor.GetName(http.User), clock.GetUtcNow(), cancel);
            return revision.IsSuccess
                ? new CreatedResource($"/v1/releases/{asked.Name}", JsonElement.Parse((await ReleaseReader.FindAsync(transaction.Connection!, asked.Name, cancel))!))
                : revision.Error;
        });

    private static Task<IResult> Get(HttpContext http, EvidenceDatabase database, Responder responder, string name) =>
        responder.UnversionedAsync(http, [], Format.Json, isImmutable: true, async (_, cancel) =>
            (await ReleaseReader.ReadAsync(database, name, cancel)).Map(row => (row, (string?)null)));

    private static Task<IResult> GetChecksums(HttpContext http, EvidenceDatabase database, Responder responder, string name) =>
        responder.UnversionedAsync(http, [], Lines, isImmutable: true, (_, cancel) => Checksums.ReadAsync(database, name, cancel));
}
