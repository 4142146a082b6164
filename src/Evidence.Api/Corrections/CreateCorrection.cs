using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Corrections;

/// <summary>POST /v1/corrections: anybody reports an error in the record of a study.</summary>
public static class CreateCorrection
{
    private const int MostBytes = 16 * 1024;
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

    /// <summary>Takes the report where it is about a place that there is.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, CorrectionLimit limit, TimeProvider clock)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        if (await RequestBody.ReadBytesAsync(http, MostBytes) is not { } bytes || await RequestBody.ReadAsync<CorrectionRequest>(http, bytes) is not { } asked)
            return;
        var findings = asked.Check();
        if (findings.Count > 0)
        {
            await RequestBody.RefuseAsync(http, findings);
            return;
        }

        var now = clock.GetUtcNow();
        await IdempotentPost.SendAsync(http, database, clock, bytes, (transaction, cancel) => TakeAsync(http, transaction, limit, asked, now, cancel));
    }

    /// <summary>Takes a report that was checked by itself, by whichever door it comes in; gives the problem (422, 429) where it cannot be taken.</summary>
    public static async Task<(Made? Made, Problem? Problem)> TakeAsync(
        HttpContext http, NpgsqlTransaction transaction, CorrectionLimit limit, CorrectionRequest asked, DateTimeOffset now, CancellationToken cancel)
    {
        var (revision, seen, finding) = await LocateAsync(transaction, asked, cancel);
        if (finding is not null)
            return (null, RequestBody.Refusal([finding]));
        // Only what would be written counts: a report sent again, or mended after a refusal, is no spam.
        if (await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(CountUndecided, transaction: transaction, cancellationToken: cancel)) >= CorrectionLimit.MostUndecided)
            return (null, CorrectionLimit.TooManyWait(http));
        if (limit.Take(http, now) is { } tooMany)
            return (null, tooMany);
        return (await WriteAsync(transaction, asked, revision, seen, now, cancel), null);
    }

    /// <summary>The revision that was read and what stood there; or what is wrong with the place.</summary>
    private static async Task<(long Revision, string? Seen, Finding? Finding)> LocateAsync(
        NpgsqlTransaction transaction, CorrectionRequest asked, CancellationToken cancel)
    {
        var newest = await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(SelectNewest, transaction: transaction, cancellationToken: cancel));
        var revision = asked.Revision ?? newest;
        if (revision < 1 || revision > newest)
            return (revision, null, Finding.Error("/revision", $"The catalogue has no revision {revision}; expected 1 to {newest}"));
        if (await StudyDocument.ReadAsync(transaction, asked.Study, newest, cancel) is not { } current)
        {
            var studies = await transaction.Connection!.QueryAsync<string>(new CommandDefinition(SelectStudies, transaction: transaction, cancellationToken: cancel));
            return (revision, null, Finding.NotAmong("/study", asked.Study, "study of the catalogue", studies) with { Allowed = null });
        }

        var document = revision == newest ? current : await StudyDocument.ReadAsync(transaction, asked.Study, revision, cancel);
        return document is null
            ? (revision, null, Finding.Error("/revision", $"Revision {revision} does not have the study '{asked.Study}' yet"))
            : Locate(asked, revision, document);
    }

    private static (long Revision, string? Seen, Finding? Finding) Locate(CorrectionRequest asked, long revision, JsonNode document)
    {
        if (DocumentPlace.Find(document, asked.Pointer) is not { } place)
        {
            var pointers = DocumentPlace.Pointers(document);
            return (revision, null, Finding.NotAmong("/pointer", asked.Pointer, $"place in the record of '{asked.Study}' at revision {revision}", pointers) with { Allowed = null });
        }

        var seen = place.Value;
        if (asked.Remove == true && seen is null)
            return (revision, null, Finding.Error("/remove", $"Nothing stands at {asked.Pointer}; there is nothing to remove"));
        if (asked.Proposed is not { } proposed)
            return (revision, seen, null);
        if (JsonSerializer.Serialize(proposed, CatalogueJson.Options) == seen)
            return (revision, null, Finding.Error("/proposed", $"{asked.Pointer} is {seen} already; expected another value"));
        // A member that no record has would be found out only when a curator tries.
        place.Set(proposed.GetRawText());
        var unknown = StudyDocument.Read(document).Findings.FirstOrDefault(finding => finding.Pointer == asked.Pointer && finding.Allowed is not null && seen is null);
        return (revision, seen, unknown is null ? null : unknown with { Pointer = "/pointer" });
    }

    private static async Task<Made> WriteAsync(
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
        return await GetCorrection.MadeAsync(transaction, id, cancel);
    }
}
