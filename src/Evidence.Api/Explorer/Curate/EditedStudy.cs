using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Evidence.Api.Explorer.Curate.Fields;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;
using Evidence.Catalogue.Differences;

namespace Evidence.Api.Explorer.Curate;

/// <summary>A finding with where it is: a field of the form, or a line of the text.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Where">The field or the line, for people.</param>
/// <param name="Place">Pointer of the nearest field or group; nothing where the record is a text, empty for the record as a whole.</param>
/// <param name="Excerpt">What stands in the line; nothing where there are fields.</param>
public sealed record PlacedFinding(Finding Finding, string Where, string? Place, string? Excerpt);

/// <summary>What somebody else wrote since the curator read the record.</summary>
/// <param name="Detail">What happened.</param>
/// <param name="Theirs">What differs between the version that was read and the newest; nothing where one of the two is not there.</param>
/// <param name="Mine">What the curator's text would change of the newest; nothing where it is no record.</param>
public sealed record EditConflict(string Detail, IReadOnlyList<Difference>? Theirs, IReadOnlyList<Difference>? Mine);

/// <summary>A study on its way through the form.</summary>
/// <param name="Id">Identifier of the study; nothing of a new one.</param>
/// <param name="Text">The record in JSON.</param>
/// <param name="Tag">ETag of the newest version that was read; nothing where there was none.</param>
/// <param name="ReadAt">Revision at which it was read.</param>
public sealed record EditedStudy(string? Id, string Text, string? Tag, long ReadAt)
{
    private const string SelectVersion = "select version from record_version where kind = 'study' and record_id = @Id and valid_until = 9223372036854775807";

    private static readonly JsonWriterOptions ForPeople = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands in the fields; nothing where the form has the record as one text.</summary>
    public Typed? Fields { get; init; }

    /// <summary>The item or record that was just added, or the list that one was taken from.</summary>
    public string? Changed { get; init; }

    /// <summary>Why, as the curator says it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason.</summary>
    public string? ReasonFault { get; init; }

    /// <summary>What was done or found, for the curator to read first.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the session ended before the form was sent, so that nothing was done with it.</summary>
    public bool IsSignedOut { get; init; }

    /// <summary>Revision that was just written.</summary>
    public long? Saved { get; init; }

    /// <summary>What the rules found, errors first.</summary>
    public IReadOnlyList<PlacedFinding> Findings { get; init; } = [];

    /// <summary>What somebody else wrote meanwhile.</summary>
    public EditConflict? Conflict { get; init; }

    /// <summary>Finds where findings stand.</summary>
    public EditedStudy With(IEnumerable<Finding> findings)
    {
        Func<Finding, PlacedFinding> place = Fields is { } typed ? finding => InField(finding, typed) : InLine(new JsonLines(Text));
        return this with { Findings = [.. findings.OrderBy(finding => finding.Severity).Select(place)] };
    }

    /// <summary>The same record as fields, where it is one and a form can send it.</summary>
    public EditedStudy InFields()
    {
        var typed = Typed.Of(JsonElement.Parse(Text));
        return FieldShape.Study.Count(typed) <= FieldForm.MostFields
            ? this with { Fields = typed }
            : this with { Notice = "The record has more fields than a form can send, so it is edited as text." };
    }

    /// <summary>The newest version's tag, the newest revision, and the text of the record as of a revision; nothing where a problem has been sent instead.</summary>
    public static async Task<EditedStudy?> FindAsync(HttpContext http, EvidenceDatabase database, string id, long? revision)
    {
        var (newest, tag) = await StateAsync(http, database, id);
        return await RecordAnswer.FindAsync(http, database, "study", id, revision ?? newest) is { } record
            ? new EditedStudy(id, Lay(record.Document), tag, newest)
            : null;
    }

    /// <summary>The newest revision, and the tag of the study's newest version; nothing where it is not in the catalogue now.</summary>
    public static async Task<(long Newest, string? Tag)> StateAsync(HttpContext http, EvidenceDatabase database, string id)
    {
        var (newest, catalogue) = await ReadRequest.StateAsync(database, http.RequestAborted);
        var version = id.Contains('\0', StringComparison.Ordinal) ? null : await database.ReadAsync(
            (connection, cancel) => connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(SelectVersion, new { Id = id }, cancellationToken: cancel)), http.RequestAborted);
        return (newest, version is { } number ? ReadRequest.RecordETag(id, number, catalogue) : null);
    }

    private static PlacedFinding InField(Finding finding, Typed typed)
    {
        var (place, name) = FieldForm.Nearest(finding.Pointer, typed);
        return new PlacedFinding(finding, name, place, null);
    }

    private static Func<Finding, PlacedFinding> InLine(JsonLines lines) => finding =>
    {
        var line = lines.LineOf(finding.Pointer);
        return new PlacedFinding(finding, string.Create(CultureInfo.InvariantCulture, $"Line {line}"), null, lines.TextOf(line));
    };

    /// <summary>A document laid out for people; numbers keep their digits.</summary>
    public static string Lay(byte[] document)
    {
        using var laid = new MemoryStream();
        using (var writer = new Utf8JsonWriter(laid, ForPeople))
            JsonElement.Parse(document).WriteTo(writer);
        return Encoding.UTF8.GetString(laid.ToArray());
    }
}
