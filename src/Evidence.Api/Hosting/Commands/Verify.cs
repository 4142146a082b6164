using System.Data;
using Dapper;
using Evidence.Api.Hosting.Store;
using Npgsql;

namespace Evidence.Api.Hosting.Commands;

/// <summary><c>verify</c>: proves that the store is whole, while others read and write.</summary>
internal static class Verify
{
    /// <summary>Faults of one table that are shown; the others are counted.</summary>
    private const int MostShown = 50;

    private const string SelectState = """
        select newest_revision as newest, index_build as indexbuild,
               (select count(*) from record_version) as versions,
               (select count(distinct (kind, record_id)) from record_version) as records,
               (select count(*) from record_version where valid_until = 9223372036854775807) as present
        from catalogue
        """;

    public static Verb Make(Func<IConfiguration> settings) =>
        new Verb("verify", "Proves that the store is whole, while the service may run.")
        {
            Details = $"""
                In one snapshot, and without changing anything: fills the filter tables a second time from the documents and compares
                them row by row; compares each document with its digest; looks for gaps and overlaps in revisions and versions.
                Each fault is a line 'table key: message', at most {MostShown} a table; the last line counts all.
                """,
            Examples = ["verify", "verify --Evidence:DataFolder=/srv/evidence"],
            Succeeds = "no fault",
            Fails = "at least one fault, or the store could not be looked at",
        }.Runs((_, cancel) => RunAsync(settings(), cancel));

    private static async Task<int> RunAsync(IConfiguration settings, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        // Never committed: the tables of the comparison vanish with it.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var faults = new Dictionary<string, int>();
        await StoreRules.CheckAsync(connection, Found, cancel);
        var state = await StateAsync(connection, cancel);
        await IndexRebuild.CompareAsync(snapshot, isSound: faults.Count == 0, Found, Verb.Tell, cancel);

        foreach (var (table, count) in faults.Where(table => table.Value > MostShown))
            Console.WriteLine($"{table}: {count - MostShown} more faults");
        var sum = faults.Values.Sum();
        Console.WriteLine(
            $"Revision {state?.Newest ?? 0}: {state?.Present ?? 0} records, {(state?.Records ?? 0) - (state?.Present ?? 0)} withdrawn, in {state?.Versions ?? 0} versions, {IndexRebuild.Tables.Count} filter tables; "
            + (sum == 0 ? "no fault" : $"faults: {sum}"));
        return sum == 0 ? ExitCode.Done : ExitCode.Failed;

        void Found(StoreFault fault)
        {
            var count = faults[fault.Table] = faults.GetValueOrDefault(fault.Table) + 1;
            if (count <= MostShown)
                Console.WriteLine(fault);
        }
    }

    private static async Task<State?> StateAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var state = await connection.QueryFirstOrDefaultAsync<State>(new CommandDefinition(SelectState, cancellationToken: cancel));
        if (state is not null && state.IndexBuild != Build.Id)
            Verb.Tell("Another build of the program filled the filter tables; this one would fill them anew at its start, and may tell differences that are none.");
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
