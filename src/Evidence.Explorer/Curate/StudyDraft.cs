using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Differences;
using Evidence.Explorer.Curate.Fields;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Studies;

namespace Evidence.Explorer.Curate;

/// <summary>What somebody else has written since the curator read the record.</summary>
/// <param name="Message">What happened.</param>
/// <param name="Theirs">Differences between the version that was read and the newest; null if one of the two does not exist.</param>
/// <param name="Mine">Differences that the curator's text would make to the newest version; null if there is none.</param>
public sealed record EditConflict(string Message, IReadOnlyList<Difference>? Theirs, IReadOnlyList<Difference>? Mine);

/// <summary>A study on its way through the form.</summary>
/// <param name="Id">Identifier of the study; null for a new one.</param>
/// <param name="Text">The record in JSON.</param>
/// <param name="Tag">ETag of the newest version that was read; null if there was none.</param>
/// <param name="ReadAt">Revision at which it was read.</param>
public sealed record StudyDraft(string? Id, string Text, string? Tag, long ReadAt)
{
    private static readonly JsonWriterOptions ForPeople = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values of the fields; null if the form has the record as one text.</summary>
    public FieldValues? Fields { get; init; }

    /// <summary>The item or record that was just added, or the list from which one was removed.</summary>
    public string? Changed { get; init; }

    /// <summary>The curator's reason for the revision.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason.</summary>
    public string? ReasonError { get; init; }

    /// <summary>What was done or found, for the curator to read first.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the session ended before the form was sent, so that it had no effect.</summary>
    public bool IsSignedOut { get; init; }

    /// <summary>Revision that was just written.</summary>
    public long? Saved { get; init; }

    /// <summary>The issues that the rules found, errors first.</summary>
    public IReadOnlyList<LocatedIssue> Issues { get; init; } = [];

    /// <summary>What somebody else has written meanwhile.</summary>
    public EditConflict? Conflict { get; init; }

    /// <summary>Returns the draft with issues, each located in the form.</summary>
    public StudyDraft WithIssues(IEnumerable<ValidationIssue> issues)
    {
        Func<ValidationIssue, LocatedIssue> locate = Fields is { } values ? issue => LocateInFields(issue, values) : LocateInText(new JsonLines(Text));
        return this with { Issues = [.. issues.OrderBy(issue => issue.Severity).Select(locate)] };
    }

    /// <summary>Returns the same record as fields, unless it has more of them than a form can send.</summary>
    public StudyDraft ToFields()
    {
        var values = FieldValues.FromJson(JsonElement.Parse(Text));
        return FieldShape.Study.CountFields(values) <= FieldForm.MaxFields
            ? this with { Fields = values }
            : this with { Notice = "The record has more fields than a form can send, so it is edited as text." };
    }

    /// <summary>Reads the draft of a study as of a revision, by default the newest; fails if the catalogue does not have the study then.</summary>
    public static async Task<Result<StudyDraft>> ReadAsync(EvidenceDatabase database, string id, long? revision, CancellationToken cancel)
    {
        var state = await StudyState.ReadAsync(database, id, cancel);
        var record = await RecordReader.ReadAsync(database, "study", id, revision ?? state.Newest, $"/curate/studies/{id}", cancel);
        return record.Map(found => new StudyDraft(id, Indent(found.Document), state.Tag, state.Newest));
    }

    private static LocatedIssue LocateInFields(ValidationIssue issue, FieldValues values)
    {
        var (place, name) = FieldForm.FindNearest(issue.Pointer, values);
        return new LocatedIssue(issue, name, place, null);
    }

    private static Func<ValidationIssue, LocatedIssue> LocateInText(JsonLines lines) => issue =>
    {
        var line = lines.FindLine(issue.Pointer);
        return new LocatedIssue(issue, string.Create(CultureInfo.InvariantCulture, $"Line {line}"), null, lines.GetText(line));
    };

    /// <summary>Indents a document for people; numbers keep their digits.</summary>
    public static string Indent(byte[] document)
    {
        using var indented = new MemoryStream();
        using (var writer = new Utf8JsonWriter(indented, ForPeople))
            JsonElement.Parse(document).WriteTo(writer);
        return Encoding.UTF8.GetString(indented.ToArray());
    }
}
