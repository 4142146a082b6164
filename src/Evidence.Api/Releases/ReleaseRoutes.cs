using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Releases;

/// <summary>What <c>/v1/releases</c> answers.</summary>
public static class ReleaseRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite("createRelease", HttpMethods.Post, "/v1/releases", "Name a revision of the catalogue", CreateRelease.Handle, Roles.Curator)
            .WithDescription("The revision gets a name under which it is read and cited, and a checksum over every record. A release never changes, and its name is given once.")
            .Brings<ReleaseRequest>().AnswersWith<Release>(201).MayFailWith(409);
        routes.MapRead("listReleases", "/v1/releases", "List the releases", ListReleases.Handle)
            .WithDescription("One row for each named revision, the one named last first.")
            .Answers<Page<Release>>().IsLive(ListReleases.List.Parameters);
        routes.MapRead("getRelease", "/v1/releases/{name}", "Get a release", GetRelease.Handle)
            .WithDescription("The revision that the release names, what is new in it, and its checksum.")
            .Answers<Release>().IsLive([]).MayFailWith(404);
        routes.MapRead("getReleaseChecksums", "/v1/releases/{name}/checksums", "Get the lines that a release's checksum is made of", GetReleaseChecksums.Handle)
            .WithDescription("A line `kind id digest` for every record of the revision, in the order of their bytes: the digest is the SHA-256 of the record's document, the checksum that of all lines.")
            .AnswersText(GetReleaseChecksums.Lines, "Lines of text, each ended by LF.").IsLive([]).MayFailWith(404);
    }
}
