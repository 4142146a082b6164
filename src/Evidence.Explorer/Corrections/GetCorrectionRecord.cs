using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Corrections;

/// <summary>What the page of a correction shows.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="IsNew">Whether it was just reported.</param>
/// <param name="Contact">How to reach the reporter, if a curator asks.</param>
public sealed record CorrectionModel(Correction Correction, bool IsNew, string? Contact)
{
    /// <summary>The decision that is chosen in the form.</summary>
    public string Decision { get; init; } = "";

    /// <summary>The reason that was typed into the form.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The curator's own value that was typed into the form.</summary>
    public string Value { get; init; } = "";

    /// <summary>What is wrong, by the name of the field; an empty name is the whole form.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a correction, with the contact for a curator; fails if there is no such correction.</summary>
    public static async Task<Result<CorrectionModel>> ReadAsync(EvidenceDatabase database, string id, bool isNew, CuratorSession? curator, CancellationToken cancel)
    {
        var row = await CorrectionReader.ReadAsync(database, id, cancel);
        if (!row.IsSuccess)
            return new Error(row.Error.Kind, $"There is no correction '{QueryReader.Truncate(id)}'. All of them are at /corrections.");
        var contact = curator is null ? null : (await CorrectionContact.ReadAsync(database, id, cancel)).Value?.Contact;
        return CatalogueJson.Read<Correction>(row.Value).Map(correction => new CorrectionModel(correction, isNew, contact));
    }
}

/// <summary>GET /corrections/{id}: what was reported, its status, and for curators the form to decide.</summary>
public static class GetCorrectionRecord
{
    private static readonly Parameter Reported = new("reported", ParameterKind.Flag, "Whether it was just reported.", "true");

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, string id) =>
        forms.RespondAsync(http, [Reported], async values =>
        {
            var curator = await CuratorCookie.FindAsync(http);
            var model = await CorrectionModel.ReadAsync(database, id, values.Flag("reported"), curator, http.RequestAborted);
            return model.IsSuccess
                ? await forms.RespondAsync<CorrectionPage, CorrectionModel>(http, model.Value, curator)
                : await forms.RespondErrorAsync(http, model.Error);
        });
}
