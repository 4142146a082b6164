using System.Globalization;
using System.Text;
using System.Text.Json;
using Evidence.Api.Explorer.Curate.Fields;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Studies;
using Evidence.Catalogue;
using Evidence.Catalogue.Differences;

namespace Evidence.Api.Explorer.Curate;

/// <summary>POST /curate/studies/{id}: checks or saves what the form brings, by the same rules as PUT /v1/studies/{id}.</summary>
public static class PostStudyEdit
{
    private const int LongestReason = 500;

    /// <summary>Checks or saves.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id) => RunAsync(http, database, clock, id);

    /// <summary>Checks or saves under an identifier; a new study brings its own.</summary>
    internal static async Task RunAsync(HttpContext http, EvidenceDatabase database, TimeProvider clock, string? id)
    {
        var form = http.Request.Form;
        var act = form["act"].ToString();
        var (asked, faults) = Read(form, id, act);
        if (await FormAnswer.CuratorAsync(http, database) is not { } curator)
        {
            await SendAsync(http, null, asked with { IsSignedOut = true }, StatusCodes.Status401Unauthorized);
            return;
        }

        if (asked.Changed is not null || (act == "json" && asked.Fields is not null))
        {
            await SendAsync(http, curator, act == "json" ? asked with { Fields = null } : asked, StatusCodes.Status200OK);
            return;
        }

        var read = CatalogueJson.Read<Study>(Encoding.UTF8.GetBytes(asked.Text));
        if (read.Value is not { } study)
        {
            var refused = asked.With(faults.Count > 0 ? faults : read.Findings) with { Notice = $"Nothing was written: {(asked.Fields is null ? "the text is no record of a study" : "some fields have to be filled or mended first")}." };
            await SendAsync(http, curator, refused, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (act == "fields")
        {
            await SendAsync(http, curator, asked.InFields(), StatusCodes.Status200OK);
            return;
        }

        var saves = act == "save";
        if (saves && FaultOf(asked.Reason) is { } fault)
        {
            await SendAsync(http, curator, asked with { ReasonFault = fault, Notice = "Nothing was written yet." }, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var write = new StudyWrite(id ?? study.Id, study, Precondition.Of(asked.Tag), DryRun: !saves, asked.Reason, curator.Actor, clock.GetUtcNow());
        var outcome = await write.RunAsync(database, http.RequestAborted);
        await AnswerAsync(http, database, curator, asked, write, outcome);
    }

    /// <summary>What the form brings, after the item or record was added or taken away that its button names; and the fields that hold nothing a document can.</summary>
    private static (EditedStudy Asked, IReadOnlyList<Finding> Faults) Read(IFormCollection form, string? id, string act)
    {
        var fields = form.ContainsKey("record") ? null : Typed.Of(form);
        var changed = fields is null ? null : Change(fields, act);
        var (document, faults) = fields is null ? ([], []) : FieldDocument.Write(fields);
        var text = fields is null ? form["record"].ToString().TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal) : EditedStudy.Lay(document);
        var tag = form["tag"].ToString() is { Length: > 0 } given ? given : null;
        var readAt = long.TryParse(form["readAt"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        return (new EditedStudy(id, text, tag, readAt) { Fields = fields, Changed = changed, Reason = form["reason"].ToString().Trim() }, faults);
    }

    /// <summary>Adds or takes away, where a button says so; what is to be seen then.</summary>
    private static string? Change(Typed fields, string act)
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

    private static async Task AnswerAsync(HttpContext http, EvidenceDatabase database, SignedIn curator, EditedStudy asked, StudyWrite write, StudyWriteOutcome outcome)
    {
        if (outcome.Conflict is { } conflict)
            await SendAsync(http, curator, await MeetAsync(http, database, asked, write.Id, conflict), StatusCodes.Status412PreconditionFailed);
        else if (outcome.Written is not { } written)
            await SendAsync(http, curator, asked.With(outcome.Findings) with { Notice = "Nothing was written: the rules of the catalogue refuse it." }, StatusCodes.Status422UnprocessableEntity);
        else if (written.Revision is { } revision)
            FormAnswer.LeadTo(http, FormattableString.Invariant($"/curate/studies/{written.Id}?saved={revision}"));
        else
            await SendAsync(http, curator, asked.With(outcome.Findings) with { Notice = NoticeOf(written) }, StatusCodes.Status200OK);
    }

    private static string NoticeOf(StudyWritten written) => written.Outcome switch
    {
        "unchanged" => "Nothing to write: the record says this already.",
        "created" => "Checked: nothing keeps it out. Saving it adds the study.",
        _ => "Checked: nothing keeps it out. Saving it makes a new version.",
    };

    /// <summary>The form again with the curator's text and the newest tag, so that saving once more is on top of what the curator has now seen.</summary>
    private static async Task<EditedStudy> MeetAsync(HttpContext http, EvidenceDatabase database, EditedStudy asked, string id, Problem conflict)
    {
        if (asked.Id is null)
            return asked with { Notice = $"Nothing was written: the catalogue has a study '{id}' already. Give this one another identifier, or edit that one." };
        var (newest, tag) = await EditedStudy.StateAsync(http, database, id);
        var now = tag is null ? null : await DocumentAsync(http, database, id, newest);
        var before = asked.Tag is null || asked.ReadAt < 1 || asked.ReadAt > newest ? null : await DocumentAsync(http, database, id, asked.ReadAt);
        var detail = tag is null ? "The study was withdrawn after you had read it. Saving now puts it back." : conflict.Detail!;
        return asked with
        {
            Tag = tag,
            ReadAt = newest,
            Conflict = new EditConflict(
                detail,
                now is { } after && before is { } first ? DocumentDifferences.Of(first, after) : null,
                now is { } current ? DocumentDifferences.Of(current, JsonElement.Parse(asked.Text)) : null),
        };
    }

    private static async Task<JsonElement?> DocumentAsync(HttpContext http, EvidenceDatabase database, string id, long revision) =>
        await RecordAnswer.ReadAsync(database, "study", id, revision, http.RequestAborted) is { } record ? JsonElement.Parse(record.Document) : null;

    private static string? FaultOf(string reason) => reason.Length switch
    {
        0 => "Say why: the revision tells it for ever.",
        > LongestReason => $"The reason has {reason.Length} characters; at most {LongestReason} are taken.",
        _ when reason.Any(char.IsControl) => "The reason has control characters; plain text in one line is taken.",
        _ => null,
    };

    private static Task SendAsync(HttpContext http, SignedIn? curator, EditedStudy study, int status) =>
        FormAnswer.SendAsync<StudyEditPage, EditedStudy>(http, study, curator, status);
}
