using System.Globalization;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Releases;

namespace Evidence.Api.Explorer.ReleaseList;

/// <summary>POST /curate/releases: names a revision, by the same rules as POST /v1/releases.</summary>
public static class PostRelease
{
    /// <summary>Makes the release, or shows the form again with what is wrong.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator)
            return;
        var form = http.Request.Form;
        var revision = long.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var asked = new ReleaseRequest { Name = form["name"].ToString().Trim(), Notes = form["notes"].ToString().Trim(), Revision = revision };
        var (made, problem) = await database.WriteAsync(
            (transaction, cancel) => NewRelease.WriteAsync(transaction, asked, curator.Actor, clock.GetUtcNow(), cancel), outcome => outcome.Revision is not null, http.RequestAborted);
        if (made is not null)
        {
            FormAnswer.LeadTo(http, $"/releases#{asked.Name}");
            return;
        }

        var model = await ReleasesModel.FindAsync(http, database, true) with
        {
            Name = asked.Name,
            Notes = asked.Notes,
            Faults = problem!.Errors?.ToDictionary(error => error.Pointer!.Trim('/'), error => error.Detail + ".") ?? new Dictionary<string, string> { ["name"] = problem.Detail! },
        };
        await FormAnswer.SendAsync<ReleasesPage, ReleasesModel>(http, model, curator, problem.Status);
    }
}
