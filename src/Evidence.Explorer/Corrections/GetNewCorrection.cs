using System.Text.Json;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Corrections;

/// <summary>A report on its way through the form.</summary>
/// <param name="Study">Identifier of the study.</param>
/// <param name="Document">The newest version of its record; null if no study is chosen, or there is none of the identifier.</param>
/// <param name="Revision">Revision that the reader sees.</param>
public sealed record CorrectionDraft(string Study, JsonElement? Document, long Revision)
{
    /// <summary>Short name of the study; null if there is no document.</summary>
    public string? Label => Document?.GetProperty("label").GetString();

    /// <summary>The figures to choose the wrong one from.</summary>
    public IReadOnlyList<FigureChoice> Figures { get; } = Document is { } study ? FigureChoice.List(study) : [];

    /// <summary>Place in the record, as a JSON pointer.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The correct value, as it was typed.</summary>
    public string Proposed { get; init; } = "";

    /// <summary>Whether the value is to be removed.</summary>
    public bool Remove { get; init; }

    /// <summary>The source of the correct value.</summary>
    public string Source { get; init; } = "";

    /// <summary>What else the reporter says.</summary>
    public string Note { get; init; } = "";

    /// <summary>How to reach the reporter.</summary>
    public string Contact { get; init; } = "";

    /// <summary>What is wrong, by the name of the field; an empty name is the whole form.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the draft of a report on the newest version of a study.</summary>
    public static async Task<CorrectionDraft> ReadAsync(EvidenceDatabase database, string study, CancellationToken cancel)
    {
        var newest = (await CatalogueState.ReadAsync(database, cancel)).Newest;
        var record = study.Length == 0 ? null : await RecordReader.FindAsync(database, "study", study, newest, cancel);
        return new CorrectionDraft(study, record is null ? null : JsonElement.Parse(record.Document), newest);
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

    /// <summary>Responds with the form.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database) =>
        forms.RespondAsync(http, Parameters, async values =>
        {
            var draft = await CorrectionDraft.ReadAsync(database, values.List("study") is [var study, ..] ? study : "", http.RequestAborted);
            if (draft is { Document: null, Study.Length: > 0 })
                return await forms.RespondErrorAsync(http, await RecordReader.ExplainUnknownAsync(database, "study", draft.Study, draft.Revision, http.RequestAborted));
            draft = draft with { Pointer = values.Text("pointer") ?? "" };
            return await forms.RespondAsync<NewCorrectionPage, CorrectionDraft>(http, draft, await CuratorCookie.FindAsync(http));
        });
}
