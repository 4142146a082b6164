using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Records;
using Npgsql;
using Terms = Evidence.Catalogue.Vocabularies.Terms;

namespace Evidence.Store.Studies;

/// <summary>Creates or replaces a study, for the API, the explorer and the command line alike.</summary>
/// <param name="Id">Identifier that it is written under.</param>
/// <param name="Study">The record.</param>
/// <param name="Precondition">The version that it replaces, or that there is none.</param>
/// <param name="DryRun">Whether it is only tried.</param>
/// <param name="Reason">Why, for the revision; null for the usual reason.</param>
/// <param name="Actor">Who writes.</param>
/// <param name="Now">When.</param>
public sealed record StudyWrite(string Id, Study Study, Precondition Precondition, bool DryRun, string? Reason, string Actor, DateTimeOffset Now)
{
    /// <summary>
    /// Writes it in one transaction, as one revision; fails with <see cref="ErrorKind.PreconditionFailed"/> if it replaces another version, or
    /// with <see cref="ErrorKind.InvalidRecord"/> if the rules refuse it.
    /// </summary>
    public Task<Result<StudyWriteResult>> RunAsync(EvidenceDatabase database, CancellationToken cancel) =>
        database.WriteAsync(WriteAsync, result => result.Value is { DryRun: false, Revision: not null }, cancel);

    private async Task<Result<StudyWriteResult>> WriteAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var newest = await NewestRecord.LockAsync(transaction, Terms.RecordKind.Study, Id, cancel);
        if (Precondition.Check(Terms.RecordKind.Study, Id, newest?.ETag) is { } conflict)
            return conflict;
        var issues = new List<ValidationIssue>(await StudyChecks.CheckAsync(transaction, Study, cancel));
        if (Study.Id != Id)
            issues.Insert(0, ValidationIssue.Error("/id", $"'{Study.Id}' is not the study of this address; expected '{Id}'"));
        if (issues.Exists(issue => issue.Severity == Severity.Error))
            return Error.FromIssues(issues);

        var write = RecordWrite.Create(Study);
        var isSame = newest is not null && newest.Digest.AsSpan().SequenceEqual(write.Digest);
        var outcome = new StudyWriteResult
        {
            Id = Id,
            Outcome = isSame ? Terms.WriteOutcome.Unchanged : newest is null ? Terms.WriteOutcome.Created : Terms.WriteOutcome.Replaced,
            DryRun = DryRun,
            Version = newest?.Version ?? 0,
            Warnings = ErrorDetail.FromWarnings(issues),
        };
        if (isSame || DryRun)
            return outcome;
        var reason = Reason ?? $"{(newest is null ? "Added" : "Replaced")} the study {Id}";
        var revision = await RevisionCounter.BeginAsync(transaction, Now, Actor, reason, cancel);
        await RecordWriter.WriteAsync(transaction, revision, [write], cancel);
        var version = await NewestRecord.LockAsync(transaction, Terms.RecordKind.Study, Id, cancel);
        return outcome with { Version = version!.Version, Revision = revision, Address = $"/v1/studies/{Id}?revision={revision}" };
    }
}
