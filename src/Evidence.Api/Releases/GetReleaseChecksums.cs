using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Releases;

/// <summary>GET /v1/releases/{name}/checksums: what the release's checksum is made of.</summary>
public static class GetReleaseChecksums
{
    /// <summary>The format of the lines.</summary>
    public static readonly Format Lines = new("txt", "text/plain");

    /// <summary>Answers exactly the bytes that the checksum is the SHA-256 of.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string name)
    {
        if (await AnswerOfNoRevision.BeginAsync(http, database, [], Lines) is null || await GetRelease.FindAsync(http, database, name) is not { } release)
            return;
        var checksums = await database.ReadAsync((connection, cancel) => Checksums.ReadAsync(connection, release.Revision, cancel), http.RequestAborted);
        await AnswerOfNoRevision.SendForEverAsync(http, "text/plain; charset=utf-8", checksums.Text);
    }
}
