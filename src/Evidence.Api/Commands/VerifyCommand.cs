using System.Data;
using Dapper;
using Evidence.Store.Indexing;
using Evidence.Store.Integrity;
using Npgsql;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>verify</c>, which checks that the store is intact while others read and write.</summary>
internal static class VerifyCommand
{
    /// <summary>Maximum number of errors of one table that are shown; the others are counted.</summary>
    private const int MaxShown = 50;

    private const string SelectState = """
        select newest_revision as newest, index_build as indexbuild,
               (select count(*) from record_version) as versions,
               (select count(distinct (kind, record_id)) from record_version) as records,
               (select count(*) from record_version where valid_until = 9223372036854775807) as present
        from catalogue
        """;

    public static CliCommand Create(Func<IConfiguration> settings) =>
        new CliCommand("verify", "Checks that the store is intact, while the service may run.")
        {
            Details = $"""
                In one snapshot, and without changing anything: fills the filter tables a second time from the documents and compares
                them row by row; compares each document with its digest; looks for gaps and overlaps in revisions and versions.
                Each error is a line 'table key: message', at most {MaxShown} a table; the last line counts all.
                """,
            Examples = ["verify", "verify --Evidence:DataFolder=/srv/evidence"],
            Succeeds = "no error",
            Fails = "at least one error, or the store could not be read",
        }.Runs((_, cancel) => RunAsync(settings(), cancel));

    private static async Task<int> RunAsync(IConfiguration settings, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        // Never committed: the tables of the comparison vanish with it.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var errors = new Dictionary<string, int>();
        await IntegrityChecks.CheckAsync(connection, Report, cancel);
        var state = await StateAsync(connection, cancel);
        await IndexComparison.CompareAsync(snapshot, isSound: errors.Count == 0, Report, CliCommand.Tell, cancel);

        foreach (var (table, count) in errors.Where(table => table.Value > MaxShown))
            Console.WriteLine($"{table}: {count - MaxShown} more errors");
        var sum = errors.Values.Sum();
        Console.WriteLine(
            $"Revision {state?.Newest ?? 0}: {state?.Present ?? 0} records, {(state?.Records ?? 0) - (state?.Present ?? 0)} withdrawn, in {state?.Versions ?? 0} versions, {IndexComparison.Tables.Count} filter tables; "
            + (sum == 0 ? "no error" : $"errors: {sum}"));
        return sum == 0 ? ExitCode.Done : ExitCode.Failed;

        void Report(IntegrityError error)
        {
            var count = errors[error.Table] = errors.GetValueOrDefault(error.Table) + 1;
            if (count <= MaxShown)
                Console.WriteLine(error);
        }
    }

    private static async Task<State?> StateAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var state = await connection.QueryFirstOrDefaultAsync<State>(new CommandDefinition(SelectState, cancellationToken: cancel));
        if (state is not null && state.IndexBuild != Build.Id)
            CliCommand.Tell("Another build of the program filled the filter tables; this one would fill them anew at its start, and may report differences that are no errors.");
        return state;
    }

    private sealed record State
    {
        public long Newest { get; init; }
        public Guid? IndexBuild { get; init; }
        public long Versions { get; init; }
        public long Records { get; init; }
        public long Present { get; init; }
    }
}
