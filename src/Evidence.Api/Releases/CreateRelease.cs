using System.Text.Json;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Releases;

/// <summary>POST /v1/releases: a curator names a revision.</summary>
public static class CreateRelease
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Makes the release.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        if (await RequestBody.ReadBytesAsync(http, MostBytes) is not { } bytes || await RequestBody.ReadAsync<ReleaseRequest>(http, bytes) is not { } asked)
            return;
        await IdempotentPost.SendAsync(http, database, clock, bytes, async (transaction, cancel) =>
        {
            var (revision, problem) = await NewRelease.WriteAsync(transaction, asked, Actor.Of(http), clock.GetUtcNow(), cancel);
            return revision is null
                ? (null, problem)
                : (new Made($"/v1/releases/{asked.Name}", JsonElement.Parse((await ReleaseRow.FindAsync(transaction.Connection!, asked.Name, cancel))!)), null);
        });
    }
}
