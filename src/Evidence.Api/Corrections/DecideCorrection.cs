using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Npgsql;

namespace Evidence.Api.Corrections;

/// <summary>POST /v1/corrections/{id}/decision: a curator accepts a correction, declines it, or asks.</summary>
public static class DecideCorrection
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Deciders take turns at the correction.</summary>
    private const string Lock = """
        select correction_id as id, study_id as study, pointer, seen_revision as revision, proposed::text as proposed, source
        from correction
        where correction_id = @Id
        for update
        """;

    private const string SelectEnd = """
        select decision, decided_by as decidedby, decided_at as decidedat
        from correction_decision
        where correction_id = @Id
          and decision in ('accept', 'decline')
        """;

    private const string Insert = """
        insert into correction_decision (correction_id, number, decision, reason, decided_at, decided_by)
        select @Id, coalesce(max(number), 0) + 1, @Decision, @Reason, @Now, @Actor
        from correction_decision
        where correction_id = @Id
        """;

    /// <summary>Decides, once, in one transaction with what the decision writes.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        if (await RequestBody.ReadBytesAsync(http, MostBytes) is not { } bytes || await RequestBody.ReadAsync<DecisionRequest>(http, bytes) is not { } asked)
            return;
        var findings = asked.Check();
        if (findings.Count > 0)
            await RequestBody.RefuseAsync(http, findings);
        else if (id.Contains('\0', StringComparison.Ordinal))
            await Answer.ProblemAsync(http, GetCorrection.Missing(id));
        else
            await IdempotentPost.SendAsync(http, database, clock, bytes, (transaction, cancel) => DecideAsync(transaction, id, asked, Actor.Of(http), clock.GetUtcNow(), cancel));
    }

    private static async Task<(Made? Made, Problem? Problem)> DecideAsync(
        NpgsqlTransaction transaction, string id, DecisionRequest asked, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var reported = await connection.QuerySingleOrDefaultAsync<ReportedCorrection>(new CommandDefinition(Lock, new { Id = id }, transaction, cancellationToken: cancel));
        if (reported is null)
            return (null, GetCorrection.Missing(id));
        if (await connection.QuerySingleOrDefaultAsync<End>(new CommandDefinition(SelectEnd, new { Id = id }, transaction, cancellationToken: cancel)) is { } end)
            return (null, ProblemTypes.Conflict.With($"The correction was decided before: {end.Decision} by {end.DecidedBy} at {end.DecidedAt:u}. Report another one."));
        if (asked.Decision == "accept" && await AcceptedCorrection.WriteAsync(transaction, reported, asked, actor, now, cancel) is { } problem)
            return (null, problem);
        await connection.ExecuteAsync(
            new CommandDefinition(Insert, new { Id = id, asked.Decision, asked.Reason, Now = now, Actor = actor }, transaction, cancellationToken: cancel));
        return (await GetCorrection.MadeAsync(transaction, id, cancel), null);
    }

    private sealed record End
    {
        public string Decision { get; init; } = "";
        public string DecidedBy { get; init; } = "";
        public DateTime DecidedAt { get; init; }
    }
}

/// <summary>A correction as it was reported, for the one who decides.</summary>
public sealed record ReportedCorrection
{
    /// <summary>Identifier of the correction.</summary>
    public string Id { get; init; } = "";

    /// <summary>Identifier of the study.</summary>
    public string Study { get; init; } = "";

    /// <summary>Place in its document.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Revision that the reporter read.</summary>
    public long Revision { get; init; }

    /// <summary>Value that should stand there, as JSON; null: none should.</summary>
    public string? Proposed { get; init; }

    /// <summary>What says so.</summary>
    public string Source { get; init; } = "";
}
