using System.Text;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;

namespace Evidence.Api.Releases;

/// <summary>GET /v1/releases/{name}: one named revision.</summary>
public static class GetRelease
{
    /// <summary>Answers the release; it never changes.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string name)
    {
        if (await AnswerOfNoRevision.BeginAsync(http, database, []) is null)
            return;
        if (await FindAsync(http, database, name) is not null
            && await database.ReadAsync((connection, cancel) => ReleaseRow.FindAsync(connection, name, cancel), http.RequestAborted) is { } row)
            await AnswerOfNoRevision.SendForEverAsync(http, Format.Json.MediaType, Encoding.UTF8.GetBytes(row));
    }

    /// <summary>The release of that name; nothing after a 404 that names the nearest was sent instead.</summary>
    public static async Task<NamedRelease?> FindAsync(HttpContext http, EvidenceDatabase database, string name)
    {
        var isName = !name.Contains('\0', StringComparison.Ordinal);
        if (isName && await database.ReadAsync((connection, cancel) => NamedRelease.FindAsync(connection, name, cancel), http.RequestAborted) is { } release)
            return release;
        var names = await database.ReadAsync(NamedRelease.NamesAsync, http.RequestAborted);
        var nearest = Nearest.Of(name, names) is { } near ? $" Did you mean '{near}'?" : "";
        await Answer.ProblemAsync(http, ProblemTypes.NotFound.With($"There is no release '{QueryReader.Shown(name)}'.{nearest}"));
        return null;
    }
}
