using System.Globalization;
using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Releases;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Releases;

/// <summary>POST /curate/releases: names a revision, by the same rules as POST /v1/releases.</summary>
public static class PostRelease
{
    /// <summary>Makes the release, or responds with the form and what is wrong.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock) =>
        forms.RespondToCuratorAsync(http, async curator =>
        {
            var asked = ReadRequest(http.Request.Form);
            var written = await database.WriteAsync(
                (transaction, cancel) => NewRelease.WriteAsync(transaction, asked, curator.Actor, clock.GetUtcNow(), cancel), result => result.IsSuccess, http.RequestAborted);
            if (written.IsSuccess)
                return FormPages.RedirectTo($"/releases#{asked.Name}");
            var model = await ReleasesModel.ReadAsync(database, isForm: true, http.RequestAborted);
            model = model with { Name = asked.Name, Notes = asked.Notes, Errors = GroupByField(written.Error) };
            return await forms.RespondRefusedAsync<ReleasesPage, ReleasesModel>(http, model, curator, written.Error);
        });

    private static ReleaseRequest ReadRequest(IFormCollection form) => new()
    {
        Name = form["name"].ToString().Trim(),
        Notes = form["notes"].ToString().Trim(),
        Revision = long.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0,
    };

    private static Dictionary<string, string> GroupByField(Error error) =>
        error.Details?.ToDictionary(detail => detail.Pointer!.Trim('/'), detail => detail.Detail + ".") ?? new Dictionary<string, string> { ["name"] = error.Message };
}
