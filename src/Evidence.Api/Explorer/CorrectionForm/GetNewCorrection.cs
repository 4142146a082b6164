using System.Text.Json;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Explorer.CorrectionForm;

/// <summary>A report on its way through the form.</summary>
/// <param name="Study">The study.</param>
/// <param name="Label">Its short name; nothing while no study is chosen.</param>
/// <param name="Places">Places to choose from.</param>
/// <param name="Revision">Revision that the reader sees.</param>
public sealed record CorrectionDraft(string Study, string? Label, IReadOnlyList<FigurePlace> Places, long Revision)
{
    /// <summary>Where, as a pointer.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What should stand there.</summary>
    public string Proposed { get; init; } = "";

    /// <summary>Whether nothing should.</summary>
    public bool Remove { get; init; }

    /// <summary>What says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>What else there is to say.</summary>
    public string Note { get; init; } = "";

    /// <summary>How to reach the reporter.</summary>
    public string Contact { get; init; } = "";

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>The draft for a study as it is now; without a label where there is no such study.</summary>
    public static async Task<(CorrectionDraft Draft, JsonElement? Document)> OfAsync(HttpContext http, EvidenceDatabase database, string study)
    {
        var (newest, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
        if (study.Length == 0 || await RecordAnswer.ReadAsync(database, "study", study, newest, http.RequestAborted) is not { } record)
            return (new CorrectionDraft(study, null, [], newest), null);
        var document = JsonElement.Parse(record.Document);
        return (new CorrectionDraft(study, document.GetProperty("label").GetString(), FigurePlaces.Of(document), newest), document);
    }
}

/// <summary>GET /corrections/new: the form by which anybody reports an error.</summary>
public static class GetNewCorrection
{
    private static readonly IReadOnlyList<Parameter> Parameters =
    [
        new("study", ParameterKind.Words, "Identifier of the study.", "zarate-2006"),
        new("pointer", ParameterKind.Text, "Place in its record, as a JSON pointer.", "/enrolled"),
    ];

    /// <summary>Answers the form.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, Parameters) is not { } values)
            return;
        var (draft, _) = await CorrectionDraft.OfAsync(http, database, values.List("study") is [var study, ..] ? study : "");
        if (draft is { Label: null, Study.Length: > 0 })
            await RecordAnswer.SendNotFoundAsync(http, database, "study", draft.Study, draft.Revision);
        else
            await FormAnswer.SendAsync<NewCorrectionPage, CorrectionDraft>(http, draft with { Pointer = values.Text("pointer") ?? "" }, await FormAnswer.CuratorAsync(http, database));
    }
}
