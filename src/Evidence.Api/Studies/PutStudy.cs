using System.Globalization;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Studies;

/// <summary>PUT /v1/studies/{id}: makes a study or replaces it, as one revision.</summary>
public static class PutStudy
{
    /// <summary>Largest body, in bytes; the largest record of the catalogue is a hundredth of it.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Tries the write without doing it.</summary>
    public static readonly Parameter DryRun =
        new("dryRun", ParameterKind.Flag, "Checks everything and tells what would be done, without writing; false where left out.", "true");

    /// <summary>Why it is written.</summary>
    public static readonly Parameter Reason =
        new("reason", ParameterKind.Text, "Why; the revision says so for ever.", "Standard deviations at 24 h corrected after Table 2");

    /// <summary>Every parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Reason, DryRun];

    /// <summary>Writes the record where its version, its rules and the sender allow it.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, Parameters) is not { } values)
            return;
        var (precondition, fault) = Precondition.Read(http, mayCreate: true);
        if (precondition is null)
        {
            await Answer.ProblemAsync(http, fault!);
            return;
        }

        if (await RequestBody.ReadBytesAsync(http, MostBytes) is not { } bytes || await RequestBody.ReadAsync<Study>(http, bytes) is not { } study)
            return;
        var (written, problem) = await database.WriteAsync(
            (transaction, cancel) => WriteAsync(transaction, new Asked(id, study, precondition, values, Actor.Of(http), clock.GetUtcNow()), cancel),
            outcome => outcome.Written is { DryRun: false, Revision: not null },
            http.RequestAborted);
        if (written is null)
            await Answer.ProblemAsync(http, problem!);
        else
            await SendAsync(http, database, written);
    }

    private static async Task<(StudyWritten? Written, Problem? Problem)> WriteAsync(NpgsqlTransaction transaction, Asked asked, CancellationToken cancel)
    {
        var newest = await NewestRecord.LockAsync(transaction, "study", asked.Id, cancel);
        if (asked.Precondition.Check("study", asked.Id, newest?.ETag) is { } conflict)
            return (null, conflict);
        var findings = new List<Finding>(await StudyChecks.CheckAsync(transaction, asked.Study, cancel));
        if (asked.Study.Id != asked.Id)
            findings.Insert(0, Finding.Error("/id", $"'{asked.Study.Id}' is not the study of this address; expected '{asked.Id}'"));
        if (findings.Exists(finding => finding.Severity == Severity.Error))
            return (null, RequestBody.Refusal(findings));

        var write = RecordWrite.Of(asked.Study);
        var isSame = newest is not null && newest.Digest.AsSpan().SequenceEqual(write.Digest);
        var outcome = new StudyWritten
        {
            Id = asked.Id,
            Outcome = isSame ? "unchanged" : newest is null ? "created" : "replaced",
            DryRun = asked.Values.Flag("dryRun"),
            Version = newest?.Version ?? 0,
            Warnings = WriteWarning.Of(findings),
        };
        if (isSame || outcome.DryRun)
            return (outcome, null);
        var reason = asked.Values.Text("reason") ?? $"{(newest is null ? "Added" : "Replaced")} the study {asked.Id}";
        var revision = await Hosting.Store.Revisions.BeginAsync(transaction, asked.Now, asked.Actor, reason, cancel);
        await RecordVersions.WriteAsync(transaction, revision, [write], cancel);
        var version = await NewestRecord.LockAsync(transaction, "study", asked.Id, cancel);
        return (outcome with { Version = version!.Version, Revision = revision, Address = $"/v1/studies/{asked.Id}?revision={revision}" }, null);
    }

    private static async Task SendAsync(HttpContext http, EvidenceDatabase database, StudyWritten written)
    {
        var (_, catalogue) = await ReadRequest.StateAsync(database, http.RequestAborted);
        if (written is { Version: > 0, DryRun: false })
            http.Response.Headers.ETag = ReadRequest.RecordETag(written.Id, written.Version, catalogue);
        if (written.Revision is { } revision)
            http.Response.Headers[Answer.RevisionHeader] = revision.ToString(CultureInfo.InvariantCulture);
        if (written is { Outcome: "created", DryRun: false })
        {
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.Headers.Location = $"/v1/studies/{written.Id}";
        }

        http.Response.Headers.CacheControl = "no-store";
        await Answer.JsonAsync(http, written);
    }

    private sealed record Asked(string Id, Study Study, Precondition Precondition, QueryValues Values, string Actor, DateTimeOffset Now);
}
