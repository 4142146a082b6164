using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Npgsql;
using Terms = Evidence.Catalogue.Vocabularies.Terms;

namespace Evidence.Store.Studies;

/// <summary>Withdraws a study from the catalogue as of the next revision; its history stays.</summary>
/// <param name="Id">Identifier of the study.</param>
/// <param name="Precondition">The version that is withdrawn.</param>
/// <param name="DryRun">Whether it is only tried.</param>
/// <param name="Reason">Why, for the revision.</param>
/// <param name="Actor">Who withdraws it.</param>
/// <param name="Now">When.</param>
public sealed record StudyWithdrawal(string Id, Precondition Precondition, bool DryRun, string Reason, string Actor, DateTimeOffset Now)
{
    private const string SelectClaims = """
        select record_id
        from record_version
        where kind = 'claim'
          and valid_until = 9223372036854775807
          and exists (select from json_array_elements(document -> 'evidence') e where e ->> 'studyId' = @Id)
        order by record_id
        """;

    /// <summary>Withdraws it in one transaction, as one revision; fails if the catalogue does not have it now, or has another version.</summary>
    public async Task<Result<StudyWriteResult>> RunAsync(EvidenceDatabase database, CancellationToken cancel)
    {
        var result = Id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.WriteAsync(WriteAsync, result => result?.Value is { DryRun: false }, cancel);
        if (result is not null)
            return result;
        var state = await CatalogueState.ReadAsync(database, cancel);
        return await RecordReader.ExplainMissingAsync(database, Terms.RecordKind.Study, Id, state.Newest, $"/v1/studies/{Id}", cancel);
    }

    /// <summary>Returns null if the catalogue does not have the study now.</summary>
    private async Task<Result<StudyWriteResult>?> WriteAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        if (await NewestRecord.LockAsync(transaction, Terms.RecordKind.Study, Id, cancel) is not { } newest)
            return null;
        if (Precondition.Check(Terms.RecordKind.Study, Id, newest.ETag) is { } conflict)
            return conflict;
        var claims = await transaction.Connection!.QueryAsync<string>(new CommandDefinition(SelectClaims, new { Id }, transaction, cancellationToken: cancel));
        var outcome = new StudyWriteResult
        {
            Id = Id,
            Outcome = Terms.WriteOutcome.Withdrawn,
            DryRun = DryRun,
            Version = newest.Version,
            Warnings = ErrorDetail.FromWarnings(claims.Select(claim => ValidationIssue.Warning("", $"The claim '{claim}' has the study among its evidence; it names it still"))),
        };
        if (DryRun)
            return outcome;
        var revision = await RevisionCounter.BeginAsync(transaction, Now, Actor, Reason, cancel);
        await RecordWriter.WithdrawAsync(transaction, revision, Terms.RecordKind.Study, Id, cancel);
        return outcome with { Revision = revision, Address = $"/v1/studies/{Id}?revision={revision - 1}" };
    }
}
