using Evidence.Store.Database;
using Evidence.Store.Files;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>migrate</c>, which brings the schema to the state of this program and loads no data.</summary>
internal static class MigrateCommand
{
    public static CliCommand Create(Func<IConfiguration> settings) =>
        new CliCommand("migrate", "Applies the migrations that the database lacks.")
        {
            Details = """
                Prints the name of each migration that it applied. Loads nothing and serves nothing: for operators who let one role change
                the schema and another one serve. Processes that migrate or start at once take turns.
                """,
            Examples = ["migrate", "migrate --ConnectionStrings:Evidence='Host=localhost;Database=evidence;Username=owner'"],
            Succeeds = "the schema is this program's, whether anything had to be applied or not",
            Fails = "the database cannot be reached, is newer than the program, or refuses; what was applied before stays",
        }.Runs((_, cancel) => RunAsync(settings(), cancel));

    private static async Task<int> RunAsync(IConfiguration settings, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenAsync(settings, cancel);
        var applied = await DatabasePreparation.MigrateAsync(database.Source, Migrations.All, TimeProvider.System, CliCommand.Tell, cancel);
        foreach (var migration in applied)
            Console.WriteLine(migration.Name);
        CliCommand.Tell(applied.Count == 0
            ? $"Nothing to apply: the schema is at {Migrations.All[^1].Name}"
            : $"Migrations applied: {applied.Count}; the schema is at {Migrations.All[^1].Name}");
        return ExitCode.Done;
    }
}
