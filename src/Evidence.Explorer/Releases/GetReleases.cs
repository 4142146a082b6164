using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Releases;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Releases;

/// <summary>What the list of releases shows, and for curators the form to make one.</summary>
/// <param name="Releases">The releases, newest first.</param>
/// <param name="Newest">The newest revision.</param>
/// <param name="IsForm">Whether a release can be made on the page.</param>
public sealed record ReleasesModel(IReadOnlyList<Release> Releases, long Newest, bool IsForm)
{
    /// <summary>The name that was typed into the form.</summary>
    public string Name { get; init; } = "";

    /// <summary>The notes that were typed into the form.</summary>
    public string Notes { get; init; } = "";

    /// <summary>What is wrong, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the releases as they are now.</summary>
    public static async Task<ReleasesModel> ReadAsync(EvidenceDatabase database, bool isForm, CancellationToken cancel)
    {
        var state = await CatalogueState.ReadAsync(database, cancel);
        var page = await database.ReadAsync(
            (connection, token) => ListQuery.Create(ReleaseList.Definition, QueryValues.None, 1).ReadPageAsync(connection, ListDefinition.MaxRows, token), cancel);
        return new ReleasesModel(page.Read<Release>(), state.Newest, isForm);
    }
}

/// <summary>GET /releases: the named revisions of the catalogue.</summary>
public static class GetReleases
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database) =>
        forms.RespondAsync(http, [], async _ => await forms.RespondAsync<ReleasesPage, ReleasesModel>(
            http, await ReleasesModel.ReadAsync(database, isForm: false, http.RequestAborted), await CuratorCookie.FindAsync(http)));
}
