using Evidence.Store.Releases;
using Npgsql;

namespace Evidence.Api.Tests.Testing;

/// <summary>The service with what the examples of the contract name beyond the catalogue's own records: a correction and a release.</summary>
public sealed class ServiceOfExamples : EvidenceService
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new TestDatabase(ConnectionString).ExecuteAsync("""
            insert into correction (correction_id, study_id, pointer, seen_revision, seen, proposed, source, note, reported_at)
            values ('k7m2xq9fa3tz', 'zarate-2006', '/enrolled', 1, '18', '{"text": ["any", 1, true]}', 'A test', 'A note', '2026-11-26');
            insert into correction_decision (correction_id, number, decision, reason, decided_at, decided_by)
            values ('k7m2xq9fa3tz', 1, 'ask', 'Which table?', '2026-11-27', 'Jane Doe');
            """);
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await NewRelease.WriteAsync(
            transaction, new ReleaseRequest { Name = "2026.11", Notes = "The first" }, "Jane Doe", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
    }
}
