using System.Globalization;
using System.Text;
using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Differences;
using Evidence.Explorer.Curate.Fields;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Evidence.Store.Studies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>POST /curate/studies/{id}: checks or saves the study of a form, by the same rules as PUT /v1/studies/{id}.</summary>
public static class PostStudyEdit
{
    private const int MaxReasonLength = 500;

    /// <summary>Checks or saves the study.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock, string id) =>
        RespondAsync(http, forms, database, clock, id);

    /// <summary>
    /// Checks or saves a study under an identifier; the record of a new one has its own. If the session has ended, the response is the form with what
    /// was typed.
    /// </summary>
    internal static async Task<IResult> RespondAsync(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock, string? id)
    {
        var act = http.Request.Form["act"].ToString();
        var (draft, issues) = ReadDraft(http.Request.Form, id, act);
        var curator = await CuratorCookie.FindAsync(http);
        var next = curator is null
            ? new Step(draft with { IsSignedOut = true }, StatusCodes.Status401Unauthorized)
            : Arrange(draft, act) ?? await WriteAsync(database, draft, issues, act, curator, clock.GetUtcNow(), http.RequestAborted);
        return next.Address is { } address
            ? FormPages.RedirectTo(address)
            : await forms.RespondAsync<StudyEditPage, StudyDraft>(http, next.Draft, curator, next.Status);
    }

    /// <summary>Reads the draft, after the item or record that its button names was added or removed; and the fields whose values no document can hold.</summary>
    private static (StudyDraft Draft, IReadOnlyList<ValidationIssue> Issues) ReadDraft(IFormCollection form, string? id, string act)
    {
        var fields = form.ContainsKey("record") ? null : FieldValues.FromForm(form);
        var changed = fields is null ? null : Change(fields, act);
        var (document, issues) = fields is null ? ([], []) : FieldDocument.Write(fields);
        var text = fields is null ? form["record"].ToString().TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal) : StudyDraft.Indent(document);
        var tag = form["tag"].ToString() is { Length: > 0 } given ? given : null;
        var readAt = long.TryParse(form["readAt"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        return (new StudyDraft(id, text, tag, readAt) { Fields = fields, Changed = changed, Reason = form["reason"].ToString().Trim() }, issues);
    }

    /// <summary>Adds or removes an item if a button says so; returns the place to show then.</summary>
    private static string? Change(FieldValues fields, string act)
    {
        switch (act.Split(' '))
        {
            case ["add", ['/', ..] place]:
                fields.Ensure(place);
                return place;
            case ["remove", ['/', ..] place]:
                fields.Remove(place);
                return place[..place.LastIndexOf('/')];
            default:
                return null;
        }
    }

    /// <summary>Shows the form in another arrangement if a button asks for that; returns null if the record is to be checked first.</summary>
    private static Step? Arrange(StudyDraft draft, string act) => act switch
    {
        "json" when draft.Fields is not null => new Step(draft with { Fields = null }),
        _ when draft.Changed is not null => new Step(draft),
        _ => null,
    };

    private static async Task<Step> WriteAsync(
        EvidenceDatabase database, StudyDraft draft, IReadOnlyList<ValidationIssue> issues, string act, CuratorSession curator, DateTimeOffset now, CancellationToken cancel)
    {
        var study = CatalogueJson.Read<Study>(Encoding.UTF8.GetBytes(draft.Text));
        if (!study.IsSuccess)
        {
            var reason = draft.Fields is null ? "the text is no record of a study" : "some fields have to be filled or fixed first";
            return Refuse(draft.WithIssues(issues.Count > 0 ? issues : study.Error.ToIssues()), $"Nothing was written: {reason}.");
        }

        if (act == "fields")
            return new Step(draft.ToFields());
        var isSave = act == "save";
        if (isSave && CheckReason(draft.Reason) is { } error)
            return Refuse(draft with { ReasonError = error }, "Nothing was written yet.");
        var write = new StudyWrite(draft.Id ?? study.Value.Id, study.Value, Precondition.FromTag(draft.Tag), DryRun: !isSave, draft.Reason, curator.Actor, now);
        var written = await write.RunAsync(database, cancel);
        return written switch
        {
            { IsSuccess: false, Error.Kind: ErrorKind.PreconditionFailed } => await ExplainConflictAsync(database, draft, write.Id, written.Error, cancel),
            { IsSuccess: false } => Refuse(draft.WithIssues(written.Error.ToIssues()), "Nothing was written: the rules of the catalogue refuse it."),
            { Value.Revision: { } revision } => new Step(draft) { Address = FormattableString.Invariant($"/curate/studies/{write.Id}?saved={revision}") },
            _ => new Step(draft.WithIssues(ToIssues(written.Value.Warnings)) with { Notice = Describe(written.Value) }),
        };
    }

    private static IEnumerable<ValidationIssue> ToIssues(IEnumerable<ErrorDetail> warnings) => warnings.Select(warning => ValidationIssue.Warning(warning.Pointer ?? "", warning.Detail));

    private static string Describe(StudyWriteResult written) => written.Outcome switch
    {
        "unchanged" => "Nothing to write: the record says this already.",
        "created" => "Checked: nothing keeps it out. Saving it adds the study.",
        _ => "Checked: nothing keeps it out. Saving it makes a new version.",
    };

    /// <summary>Returns the form with the curator's text and the newest tag, so that saving once more is on top of what the curator has now seen.</summary>
    private static async Task<Step> ExplainConflictAsync(EvidenceDatabase database, StudyDraft draft, string id, Error conflict, CancellationToken cancel)
    {
        const int Status = StatusCodes.Status412PreconditionFailed;
        if (draft.Id is null)
            return new Step(draft with { Notice = $"Nothing was written: the catalogue has a study '{id}' already. Give this one another identifier, or edit that one." }, Status);
        var state = await StudyState.ReadAsync(database, id, cancel);
        var now = state.Tag is null ? null : await FindDocumentAsync(database, id, state.Newest, cancel);
        var before = draft.Tag is null || draft.ReadAt < 1 || draft.ReadAt > state.Newest ? null : await FindDocumentAsync(database, id, draft.ReadAt, cancel);
        var message = state.Tag is null ? "The study was withdrawn after you had read it. Saving now puts it back." : conflict.Message;
        var theirs = now is { } after && before is { } first ? DocumentDifferences.Compute(first, after) : null;
        var mine = now is { } current ? DocumentDifferences.Compute(current, JsonElement.Parse(draft.Text)) : null;
        return new Step(draft with { Tag = state.Tag, ReadAt = state.Newest, Conflict = new EditConflict(message, theirs, mine) }, Status);
    }

    private static async Task<JsonElement?> FindDocumentAsync(EvidenceDatabase database, string id, long revision, CancellationToken cancel) =>
        await RecordReader.FindAsync(database, "study", id, revision, cancel) is { } record ? JsonElement.Parse(record.Document) : null;

    private static string? CheckReason(string reason) => reason.Length switch
    {
        0 => "Say why: the revision tells it for ever.",
        > MaxReasonLength => $"The reason has {reason.Length} characters; at most {MaxReasonLength} are taken.",
        _ when reason.Any(char.IsControl) => "The reason has control characters; plain text in one line is taken.",
        _ => null,
    };

    private static Step Refuse(StudyDraft draft, string notice) => new(draft with { Notice = notice }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>What comes after a form: the form again, or another address.</summary>
    private sealed record Step(StudyDraft Draft, int Status = StatusCodes.Status200OK)
    {
        public string? Address { get; init; }
    }
}
