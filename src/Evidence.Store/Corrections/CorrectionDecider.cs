using Dapper;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Writes;
using Npgsql;

namespace Evidence.Store.Corrections;

/// <summary>Decides a correction once, in one transaction with what the decision writes.</summary>
public static class CorrectionDecider
{
    /// <summary>Locks the correction, so that two curators cannot decide it at the same time.</summary>
    private const string Lock = """
        select correction_id as id, study_id as study, pointer, seen_revision as revision, proposed::text as proposed, source
        from correction
        where correction_id = @Id
        for update
        """;

    private const string SelectEnd = """
        select decision, decided_by, decided_at
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

    /// <summary>Decides; fails if the decision is not valid, there is no such correction, it was decided before, or it cannot be carried out.</summary>
    public static async Task<Result<CreatedResource>> WriteAsync(
        NpgsqlTransaction transaction, string id, DecisionRequest asked, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (asked.Check() is { Count: > 0 } issues)
            return Error.FromIssues(issues);
        if (id.Contains('\0', StringComparison.Ordinal))
            return CorrectionReader.Missing(id);
        var connection = transaction.Connection!;
        var reported = await connection.QuerySingleOrDefaultAsync<ReportedCorrection>(new CommandDefinition(Lock, new { Id = id }, transaction, cancellationToken: cancel));
        if (reported is null)
            return CorrectionReader.Missing(id);
        if (await connection.QuerySingleOrDefaultAsync<End>(new CommandDefinition(SelectEnd, new { Id = id }, transaction, cancellationToken: cancel)) is { } end)
            return new Error(ErrorKind.Conflict, $"The correction was decided before: {end.Decision} by {end.DecidedBy} at {end.DecidedAt:u}. Report another one.");
        if (asked.Decision == Terms.CorrectionDecision.Accept && await CorrectionAcceptance.WriteAsync(transaction, reported, asked, actor, now, cancel) is { } error)
            return error;
        await connection.ExecuteAsync(
            new CommandDefinition(Insert, new { Id = id, asked.Decision, asked.Reason, Now = now, Actor = actor }, transaction, cancellationToken: cancel));
        return await CorrectionReader.CreatedAsync(transaction, id, cancel);
    }

    private sealed record End
    {
        public string Decision { get; init; } = "";
        public string DecidedBy { get; init; } = "";
        public DateTime DecidedAt { get; init; }
    }
}

/// <summary>Represents a correction as it was reported, for the curator who decides.</summary>
public sealed record ReportedCorrection
{
    /// <summary>Identifier of the correction.</summary>
    public string Id { get; init; } = "";

    /// <summary>Identifier of the study.</summary>
    public string Study { get; init; } = "";

    /// <summary>JSON pointer into its document.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Revision that the reporter read.</summary>
    public long Revision { get; init; }

    /// <summary>Correct value, as JSON; null if the record should have none there.</summary>
    public string? Proposed { get; init; }

    /// <summary>Source that the correction rests on.</summary>
    public string Source { get; init; } = "";
}
