using System.Text;
using Evidence.Api.Corrections;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.CorrectionForm;

/// <summary>What the page of a correction shows.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="IsNew">Whether it was just reported.</param>
/// <param name="Contact">How to reach the reporter, where a curator asks.</param>
public sealed record CorrectionModel(Correction Correction, bool IsNew, string? Contact)
{
    /// <summary>What was decided, as the form has it.</summary>
    public string Decision { get; init; } = "";

    /// <summary>Why, as the form has it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The curator's own value, as the form has it.</summary>
    public string Value { get; init; } = "";

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>The correction as it stands; nothing after a 404 was sent instead.</summary>
    public static async Task<CorrectionModel?> FindAsync(HttpContext http, EvidenceDatabase database, string id, bool isNew, SignedIn? curator)
    {
        if (await database.ReadAsync((connection, cancel) => CorrectionRow.FindAsync(connection, id, cancel), http.RequestAborted) is not { } row)
        {
            await Answer.ProblemAsync(http, ProblemTypes.NotFound.With($"There is no correction '{QueryReader.Shown(id)}'. All of them are at /corrections."));
            return null;
        }

        var contact = curator is null ? null : await GetCorrectionContact.FindAsync(database, id, http.RequestAborted);
        return new CorrectionModel(CatalogueJson.Read<Correction>(Encoding.UTF8.GetBytes(row)).Value!, isNew, contact?.Contact);
    }
}

/// <summary>GET /corrections/{id}: what was reported, how it stands, and for curators the form to decide.</summary>
public static class GetCorrectionRecord
{
    private static readonly Parameter Reported = new("reported", ParameterKind.Flag, "Whether it was just reported.", "true");

    /// <summary>Answers the page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, [Reported]) is not { } values)
            return;
        var curator = await FormAnswer.CuratorAsync(http, database);
        if (await CorrectionModel.FindAsync(http, database, id, values.Flag("reported"), curator) is { } model)
            await FormAnswer.SendAsync<CorrectionPage, CorrectionModel>(http, model, curator);
    }
}
