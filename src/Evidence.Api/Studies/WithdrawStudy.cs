using System.Globalization;
using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Studies;

/// <summary>DELETE /v1/studies/{id}: takes a study out of the catalogue from the next revision on, and keeps its history.</summary>
public static class WithdrawStudy
{
    private const string SelectClaims = """
        select record_id
        from record_version
        where kind = 'claim'
          and valid_until = 9223372036854775807
          and exists (select from json_array_elements(document -> 'evidence') e where e ->> 'studyId' = @Id)
        order by record_id
        """;

    /// <summary>Every parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [PutStudy.Reason with { Required = true }, PutStudy.DryRun];

    /// <summary>Withdraws the record where its version and the sender allow it.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, Parameters) is not { } values)
            return;
        var (precondition, fault) = Precondition.Read(http, mayCreate: false);
        if (precondition is null)
        {
            await Answer.ProblemAsync(http, fault!);
            return;
        }

        var (written, problem) = await RunAsync(
            database, id, precondition, values.Flag("dryRun"), values.Text("reason")!, (Actor.Of(http), clock.GetUtcNow()), http.RequestAborted);
        if (written is not null)
        {
            if (written.Revision is { } revision)
                http.Response.Headers[Answer.RevisionHeader] = revision.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers.CacheControl = "no-store";
            await Answer.JsonAsync(http, written);
        }
        else if (problem is not null)
        {
            await Answer.ProblemAsync(http, problem);
        }
        else
        {
            var (newest, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
            await RecordAnswer.SendMissingAsync(http, database, "study", id, newest);
        }
    }

    /// <summary>Withdraws it in one transaction, by whichever door it is asked for. Neither outcome nor problem where there is no such study now.</summary>
    public static Task<(StudyWritten? Written, Problem? Problem)> RunAsync(
        EvidenceDatabase database, string id, Precondition precondition, bool dryRun, string reason, (string Actor, DateTimeOffset Now) by, CancellationToken cancel) =>
        database.WriteAsync(
            (transaction, token) => WriteAsync(transaction, id, precondition, dryRun, reason, by, token), outcome => outcome.Written is { DryRun: false }, cancel);

    private static async Task<(StudyWritten? Written, Problem? Problem)> WriteAsync(
        NpgsqlTransaction transaction, string id, Precondition precondition, bool dryRun, string reason, (string Actor, DateTimeOffset Now) by, CancellationToken cancel)
    {
        if (id.Contains('\0', StringComparison.Ordinal) || await NewestRecord.LockAsync(transaction, "study", id, cancel) is not { } newest)
            return (null, null);
        if (precondition.Check("study", id, newest.ETag) is { } conflict)
            return (null, conflict);
        var claims = await transaction.Connection!.QueryAsync<string>(new CommandDefinition(SelectClaims, new { Id = id }, transaction, cancellationToken: cancel));
        var outcome = new StudyWritten
        {
            Id = id,
            Outcome = "withdrawn",
            DryRun = dryRun,
            Version = newest.Version,
            Warnings = WriteWarning.Of(claims.Select(claim => Finding.Warning("", $"The claim '{claim}' has the study among its evidence; it names it still"))),
        };
        if (outcome.DryRun)
            return (outcome, null);
        var revision = await Hosting.Store.Revisions.BeginAsync(transaction, by.Now, by.Actor, reason, cancel);
        await RecordVersions.WithdrawAsync(transaction, revision, "study", id, cancel);
        return (outcome with { Revision = revision, Address = $"/v1/studies/{id}?revision={revision - 1}" }, null);
    }
}
