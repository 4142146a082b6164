using Evidence.Api.Hosting.Database;

namespace Evidence.Api.Hosting.Commands;

/// <summary><c>migrate</c>: the schema brought to this program's state, and nothing else.</summary>
internal static class Migrate
{
    public static Verb Make(Func<IConfiguration> settings) =>
        new Verb("migrate", "Applies the migrations that the database lacks.")
        {
            Details = """
                Prints the name of each migration that it applied. Loads nothing and serves nothing: for whoever lets one role change
                the schema and another one serve. Processes that migrate or start at once take turns.
                """,
            Examples = ["migrate", "migrate --ConnectionStrings:Evidence='Host=localhost;Database=evidence;Username=owner'"],
            Succeeds = "the schema is this program's, whether anything had to be applied or not",
            Fails = "the database cannot be reached, is newer than the program, or refuses; what was applied before stays",
        }.Runs((_, cancel) => RunAsync(settings(), cancel));

    private static async Task<int> RunAsync(IConfiguration settings, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenAsync(settings, cancel);
        var applied = await DatabaseStart.MigrateAsync(database.Source, Migrations.All, TimeProvider.System, Verb.Tell, cancel);
        foreach (var migration in applied)
            Console.WriteLine(migration.Name);
        Verb.Tell(applied.Count == 0
            ? $"Nothing to apply: the schema is at {Migrations.All[^1].Name}"
            : $"Migrations applied: {applied.Count}; the schema is at {Migrations.All[^1].Name}");
        return ExitCode.Done;
    }
}
