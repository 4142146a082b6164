using System.Text.Json.Nodes;
using Dapper;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Records;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.Corrections;

/// <summary>Applies a correction to the newest version of the record, as one revision that names it.</summary>
public static class CorrectionAcceptance
{
    private const long Newest = long.MaxValue - 1;
    private const string NameCorrection = "update revision set correction_id = @Id where number = @Revision";

    /// <summary>Writes the revision; returns the error if it cannot be written, or null if it was.</summary>
    public static async Task<Error?> WriteAsync(
        NpgsqlTransaction transaction, ReportedCorrection reported, DecisionRequest asked, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (await NewestRecord.LockAsync(transaction, Terms.RecordKind.Study, reported.Study, cancel) is not { } newest)
            return new Error(ErrorKind.Conflict, $"The study '{reported.Study}' was withdrawn; its record cannot be changed. Decline the correction.");
        var document = (await StudyDocument.ReadAsync(transaction, reported.Study, Newest, cancel))!;
        var seen = (await StudyDocument.ReadAsync(transaction, reported.Study, reported.Revision, cancel))!;
        if (Apply(document, seen, reported, asked) is { } conflict)
            return conflict;
        var read = StudyDocument.Read(document);
        if (!read.IsSuccess)
            return read.Error;
        var study = read.Value;
        var issues = await StudyChecks.CheckAsync(transaction, study, cancel);
        if (issues.Any(issue => issue.Severity == Severity.Error))
            return Error.FromIssues(issues);
        var write = RecordWrite.Create(study);
        if (newest.Digest.AsSpan().SequenceEqual(write.Digest))
            return new Error(ErrorKind.Conflict, $"{reported.Pointer} says so already; nothing would be changed. Decline the correction, and say that it was done.");
        var revision = await RevisionCounter.BeginAsync(transaction, now, actor, Reason(reported, asked), cancel);
        await RecordWriter.WriteAsync(transaction, revision, [write], cancel);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(NameCorrection, new { reported.Id, Revision = revision }, transaction, cancellationToken: cancel));
        return null;
    }

    /// <summary>Changes the document if the value is still the one that the reporter saw, or if the curator gives a value.</summary>
    private static Error? Apply(JsonNode document, JsonNode seen, ReportedCorrection reported, DecisionRequest asked)
    {
        if (PointerTarget.Find(document, reported.Pointer) is not { } place)
            return new Error(ErrorKind.Conflict, $"{reported.Pointer} is no place of the newest record any more. Decline the correction, or change the study.");
        var before = PointerTarget.Find(seen, reported.Pointer)!;
        if (!asked.HasOwnValue() && !place.IsAsIn(before))
        {
            var found = place.Value is not { } value ? "nothing stands there now"
                : value == before.Value ? $"{Shown(value)} stands there now for another item of a list"
                : $"now it is {Shown(value)}";
            return new Error(ErrorKind.Conflict,
                $"{reported.Pointer} is not what the reporter saw in revision {reported.Revision}: {found}. Look at it, and send 'value' or 'remove' with what is to stand there.");
        }

        var written = asked.Value?.GetRawText() ?? (asked.Remove == true ? null : reported.Proposed);
        if (written is null)
            place.Remove();
        else
            place.Set(written);
        return null;
    }

    private static string Reason(ReportedCorrection reported, DecisionRequest asked) =>
        $"Correction {reported.Id} of {reported.Pointer} after {reported.Source.TrimEnd('.')}{(asked.Reason is { } reason ? $". {reason.ReplaceLineEndings(" ")}" : "")}";

    private static string Shown(string json) => QueryReader.Truncate(json);
}
