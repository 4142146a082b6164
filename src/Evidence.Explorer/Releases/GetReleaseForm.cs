using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Releases;

/// <summary>GET /curate/releases: where a curator names a revision.</summary>
public static class GetReleaseForm
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database) =>
        forms.RespondToCuratorAsync(http, [], async (curator, _) => await forms.RespondAsync<ReleasesPage, ReleasesModel>(
            http, await ReleasesModel.ReadAsync(database, isForm: true, http.RequestAborted), curator));
}
