using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Writes;
using Npgsql;

namespace Evidence.Store.Corrections;

/// <summary>Stores the report of an error in the record of a study.</summary>
public static class NewCorrection
{
    /// <summary>Maximum number of corrections that may wait for a decision.</summary>
    public const int MaxUndecided = 1000;

    private const int IdLength = 12;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const string SelectNewest = "select newest_revision from catalogue";
    private const string SelectStudies = "select record_id from record_version where kind = 'study' and valid_until = 9223372036854775807";
    private const string CountUndecided = "select count(*) from correction_status where status in ('open', 'asked')";

    private const string Insert = """
        insert into correction (correction_id, study_id, pointer, seen_revision, seen, proposed, source, note, reported_at)
        values (@Id, @Study, @Pointer, @Revision, @Seen::json, @Proposed::json, @Source, @Note, @Now)
        """;

    private const string InsertContact = "insert into correction_contact (correction_id, contact) values (@Id, @Contact)";

    /// <summary>Stores a report; fails if it is not valid, is about a place that does not exist, or too many are waiting.</summary>
    /// <param name="transaction">The transaction to write in.</param>
    /// <param name="asked">The report.</param>
    /// <param name="takePermit">Counts one more report of the client; returns an error if it is one too many.</param>
    /// <param name="now">When it was reported.</param>
    /// <param name="cancel">Cancels the write.</param>
    public static async Task<Result<CreatedResource>> WriteAsync(
        NpgsqlTransaction transaction, CorrectionRequest asked, Func<Error?> takePermit, DateTimeOffset now, CancellationToken cancel)
    {
        if (asked.Check() is { Count: > 0 } issues)
            return Error.FromIssues(issues);
        var located = await LocateAsync(transaction, asked, cancel);
        if (!located.IsSuccess)
            return located.Error;
        // Only what would be written counts: a report sent again, or corrected after a refusal, is no spam.
        if (await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(CountUndecided, transaction: transaction, cancellationToken: cancel)) >= MaxUndecided)
            return TooManyWait;
        if (takePermit() is { } tooMany)
            return tooMany;
        return await WriteAsync(transaction, asked, located.Value.Revision, located.Value.Seen, now, cancel);
    }

    private static Error TooManyWait => new(
        ErrorKind.TooManyRequests, $"{MaxUndecided} corrections wait for a decision, and no more are taken until curators have decided some. Try again later.")
    {
        RetryAfter = TimeSpan.FromHours(1),
    };

    /// <summary>Finds the place that the report is about; fails if there is no such place, or nothing would change.</summary>
    private static async Task<Result<Located>> LocateAsync(
        NpgsqlTransaction transaction, CorrectionRequest asked, CancellationToken cancel)
    {
        var newest = await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(SelectNewest, transaction: transaction, cancellationToken: cancel));
        var revision = asked.Revision ?? newest;
        if (revision < 1 || revision > newest)
            return Error.FromIssues([ValidationIssue.Error("/revision", $"The catalogue has no revision {revision}; expected 1 to {newest}")]);
        if (await StudyDocument.ReadAsync(transaction, asked.Study, newest, cancel) is not { } current)
        {
            var studies = await transaction.Connection!.QueryAsync<string>(new CommandDefinition(SelectStudies, transaction: transaction, cancellationToken: cancel));
            return Error.FromIssues([ValidationIssue.NotAmong("/study", asked.Study, "study of the catalogue", studies) with { Allowed = null }]);
        }

        var document = revision == newest ? current : await StudyDocument.ReadAsync(transaction, asked.Study, revision, cancel);
        return document is null
            ? Error.FromIssues([ValidationIssue.Error("/revision", $"Revision {revision} does not have the study '{asked.Study}' yet")])
            : Locate(asked, revision, document);
    }

    private static Result<Located> Locate(CorrectionRequest asked, long revision, JsonNode document)
    {
        if (PointerTarget.Find(document, asked.Pointer) is not { } place)
        {
            var pointers = PointerTarget.Pointers(document);
            return Error.FromIssues([ValidationIssue.NotAmong("/pointer", asked.Pointer, $"place in the record of '{asked.Study}' at revision {revision}", pointers) with { Allowed = null }]);
        }

        var seen = place.Value;
        if (asked.Remove == true && seen is null)
            return Error.FromIssues([ValidationIssue.Error("/remove", $"Nothing stands at {asked.Pointer}; there is nothing to remove")]);
        if (asked.Proposed is not { } proposed)
            return new Located(revision, seen);
        if (JsonSerializer.Serialize(proposed, CatalogueJson.Options) == seen)
            return Error.FromIssues([ValidationIssue.Error("/proposed", $"{asked.Pointer} is {seen} already; expected another value")]);
        // A member that no record has would be found out only when a curator tries.
        place.Set(proposed.GetRawText());
        var unknown = StudyDocument.Read(document).Error?.Details?.FirstOrDefault(detail => detail.Pointer == asked.Pointer && detail.Allowed is not null && seen is null);
        return unknown is null ? new Located(revision, seen) : Error.FromIssues([ValidationIssue.Error("/pointer", unknown.Detail, unknown.Allowed)]);
    }

    private static async Task<CreatedResource> WriteAsync(
        NpgsqlTransaction transaction, CorrectionRequest asked, long revision, string? seen, DateTimeOffset now, CancellationToken cancel)
    {
        var id = RandomNumberGenerator.GetString(IdLetters, IdLength);
        var row = new
        {
            Id = id,
            asked.Study,
            asked.Pointer,
            Revision = revision,
            Seen = seen,
            Proposed = asked.Proposed?.GetRawText(),
            asked.Source,
            asked.Note,
            Now = now,
        };
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: cancel));
        if (asked.Contact is not null)
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(InsertContact, new { Id = id, asked.Contact }, transaction, cancellationToken: cancel));
        return await CorrectionReader.CreatedAsync(transaction, id, cancel);
    }

    /// <summary>Holds the revision that the reporter read, and the value there as JSON; null if there was none.</summary>
    private sealed record Located(long Revision, string? Seen);
}
