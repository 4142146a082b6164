using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Studies;

/// <summary>A study that is to be made or replaced, by whichever door it comes in.</summary>
/// <param name="Id">Identifier that it is written under.</param>
/// <param name="Study">The record.</param>
/// <param name="Precondition">The version that it replaces, or that there is none.</param>
/// <param name="DryRun">Whether it is only tried.</param>
/// <param name="Reason">Why, for the revision; the usual words where nothing is given.</param>
/// <param name="Actor">Who writes.</param>
/// <param name="Now">When.</param>
public sealed record StudyWrite(string Id, Study Study, Precondition Precondition, bool DryRun, string? Reason, string Actor, DateTimeOffset Now)
{
    /// <summary>Writes it in one transaction, as one revision.</summary>
    public Task<StudyWriteOutcome> RunAsync(EvidenceDatabase database, CancellationToken cancel) =>
        database.WriteAsync(WriteAsync, outcome => outcome.Written is { DryRun: false, Revision: not null }, cancel);

    private async Task<StudyWriteOutcome> WriteAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var newest = await NewestRecord.LockAsync(transaction, "study", Id, cancel);
        if (Precondition.Check("study", Id, newest?.ETag) is { } conflict)
            return new StudyWriteOutcome(null, conflict, []);
        var findings = new List<Finding>(await StudyChecks.CheckAsync(transaction, Study, cancel));
        if (Study.Id != Id)
            findings.Insert(0, Finding.Error("/id", $"'{Study.Id}' is not the study of this address; expected '{Id}'"));
        if (findings.Exists(finding => finding.Severity == Severity.Error))
            return new StudyWriteOutcome(null, null, findings);

        var write = RecordWrite.Of(Study);
        var isSame = newest is not null && newest.Digest.AsSpan().SequenceEqual(write.Digest);
        var outcome = new StudyWritten
        {
            Id = Id,
            Outcome = isSame ? "unchanged" : newest is null ? "created" : "replaced",
            DryRun = DryRun,
            Version = newest?.Version ?? 0,
            Warnings = WriteWarning.Of(findings),
        };
        if (isSame || DryRun)
            return new StudyWriteOutcome(outcome, null, findings);
        var reason = Reason ?? $"{(newest is null ? "Added" : "Replaced")} the study {Id}";
        var revision = await Hosting.Store.Revisions.BeginAsync(transaction, Now, Actor, reason, cancel);
        await RecordVersions.WriteAsync(transaction, revision, [write], cancel);
        var version = await NewestRecord.LockAsync(transaction, "study", Id, cancel);
        var written = outcome with { Version = version!.Version, Revision = revision, Address = $"/v1/studies/{Id}?revision={revision}" };
        return new StudyWriteOutcome(written, null, findings);
    }
}

/// <summary>What a write came to: what was written, or the conflict, or the findings that keep it out.</summary>
/// <param name="Written">What was done; nothing where it was refused.</param>
/// <param name="Conflict">The problem of another version (412).</param>
/// <param name="Findings">What the rules found, warnings among them.</param>
public sealed record StudyWriteOutcome(StudyWritten? Written, Problem? Conflict, IReadOnlyList<Finding> Findings)
{
    /// <summary>The problem of what was refused.</summary>
    public Problem Problem => Conflict ?? RequestBody.Refusal(Findings);
}
