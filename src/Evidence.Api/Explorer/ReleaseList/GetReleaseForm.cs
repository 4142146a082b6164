using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.ReleaseList;

/// <summary>GET /curate/releases: where a curator names a revision.</summary>
public static class GetReleaseForm
{
    /// <summary>Answers the page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is { } curator && await ReadRequest.ReadQueryAsync(http, database, []) is not null)
            await FormAnswer.SendAsync<ReleasesPage, ReleasesModel>(http, await ReleasesModel.FindAsync(http, database, true), curator);
    }
}
