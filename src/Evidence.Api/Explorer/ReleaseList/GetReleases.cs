using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Releases;

namespace Evidence.Api.Explorer.ReleaseList;

/// <summary>What the list of releases shows, and for curators the form to make one.</summary>
/// <param name="Releases">The releases, newest first.</param>
/// <param name="Newest">The newest revision.</param>
/// <param name="IsForm">Whether a release can be made here.</param>
public sealed record ReleasesModel(IReadOnlyList<Release> Releases, long Newest, bool IsForm)
{
    /// <summary>The name, as the form has it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The notes, as the form has it.</summary>
    public string Notes { get; init; } = "";

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>The releases as they are now.</summary>
    public static async Task<ReleasesModel> FindAsync(HttpContext http, EvidenceDatabase database, bool isForm)
    {
        var (newest, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
        var page = await database.ReadAsync((connection, cancel) => ListQuery.Of(ListReleases.List, QueryValues.None, 1).ReadPageAsync(connection, ListDefinition.MostRows, cancel), http.RequestAborted);
        return new ReleasesModel(page.Read<Release>(), newest, isForm);
    }
}

/// <summary>GET /releases: the named revisions of the catalogue.</summary>
public static class GetReleases
{
    /// <summary>Answers the page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is not null)
            await FormAnswer.SendAsync<ReleasesPage, ReleasesModel>(http, await ReleasesModel.FindAsync(http, database, false), await FormAnswer.CuratorAsync(http, database));
    }
}
