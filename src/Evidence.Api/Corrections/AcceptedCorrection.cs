using System.Text.Json.Nodes;
using Dapper;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Corrections;

/// <summary>Carries a correction out on the newest version of the record, as one revision that names it.</summary>
public static class AcceptedCorrection
{
    private const long Newest = long.MaxValue - 1;
    private const string NameCorrection = "update revision set correction_id = @Id where number = @Revision";

    /// <summary>Writes the revision; gives the problem (409, 422) where it cannot be, and then nothing is written.</summary>
    public static async Task<Problem?> WriteAsync(
        NpgsqlTransaction transaction, ReportedCorrection reported, DecisionRequest asked, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (await NewestRecord.LockAsync(transaction, "study", reported.Study, cancel) is not { } newest)
            return ProblemTypes.Conflict.With($"The study '{reported.Study}' was withdrawn; its record cannot be changed. Decline the correction.");
        var document = (await StudyDocument.ReadAsync(transaction, reported.Study, Newest, cancel))!;
        var seen = (await StudyDocument.ReadAsync(transaction, reported.Study, reported.Revision, cancel))!;
        if (Apply(document, seen, reported, asked) is { } conflict)
            return conflict;
        var read = StudyDocument.Read(document);
        if (read.Value is not { } study)
            return RequestBody.Refusal(read.Findings);
        var findings = await StudyChecks.CheckAsync(transaction, study, cancel);
        if (findings.Any(finding => finding.Severity == Severity.Error))
            return RequestBody.Refusal(findings);
        var write = RecordWrite.Of(study);
        if (newest.Digest.AsSpan().SequenceEqual(write.Digest))
            return ProblemTypes.Conflict.With($"{reported.Pointer} says so already; nothing would be changed. Decline the correction, and say that it was done.");
        var revision = await Hosting.Store.Revisions.BeginAsync(transaction, now, actor, Reason(reported, asked), cancel);
        await RecordVersions.WriteAsync(transaction, revision, [write], cancel);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(NameCorrection, new { reported.Id, Revision = revision }, transaction, cancellationToken: cancel));
        return null;
    }

    /// <summary>Changes the document where the place is still what the reporter saw, or the curator says what is to stand there.</summary>
    private static Problem? Apply(JsonNode document, JsonNode seen, ReportedCorrection reported, DecisionRequest asked)
    {
        if (DocumentPlace.Find(document, reported.Pointer) is not { } place)
            return ProblemTypes.Conflict.With($"{reported.Pointer} is no place of the newest record any more. Decline the correction, or change the study.");
        var before = DocumentPlace.Find(seen, reported.Pointer)!;
        if (!asked.HasOwnValue() && !place.IsAsIn(before))
        {
            var found = place.Value is not { } value ? "nothing stands there now"
                : value == before.Value ? $"{Shown(value)} stands there now for another item of a list"
                : $"now it is {Shown(value)}";
            return ProblemTypes.Conflict.With(
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

    private static string Shown(string json) => Hosting.Selection.QueryReader.Shown(json);
}
