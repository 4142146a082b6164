using System.CommandLine;
using Evidence.Store.Records;
using Evidence.Store.Releases;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>release</c>, which names a revision for ever, and lists the names.</summary>
internal static class ReleaseCommand
{
    public static CliCommand Create(Func<IConfiguration> settings) =>
        new("release", "Names a revision, and lists the names.")
        {
            Details = "A release is a revision with a name, notes and a checksum over every record. It never changes, and every read takes it as release=NAME.",
            Examples = ["release create 2026.11 --notes 'The first release'", "release list"],
            Succeeds = "done",
            Fails = "refused, or the database cannot be reached",
            Subcommands = { DefineCreate(settings), DefineList(settings) },
        };

    private static CliCommand DefineCreate(Func<IConfiguration> settings)
    {
        var name = new Argument<string>("NAME") { Description = "Year and month, and a number if the month has several: 2026.11, 2026.11.2." };
        var notes = new Option<string>("--notes") { Required = true, Description = "What is new, for people to read.", HelpName = "TEXT" };
        var revision = new Option<long?>("--revision") { Description = "The revision that is named; the newest if the option is left out.", HelpName = "N" };
        return new CliCommand("create", "Names a revision and prints its checksum.")
        {
            Details = "The checksum alone goes to standard output: SHA-256 over a line for every record, as /v1/releases/NAME/checksums has them.",
            Examples = ["release create 2026.11 --notes 'The first release'", "release create 2026.11.2 --notes 'Two trials corrected' --revision 14"],
            Succeeds = "the release was created",
            Fails = "the name is taken or the revision not there, or the database cannot be reached",
            Arguments = { name },
            Options = { notes, revision },
        }.Runs((parsed, cancel) =>
        {
            var asked = new ReleaseRequest { Name = parsed.GetRequiredValue(name), Notes = parsed.GetRequiredValue(notes), Revision = parsed.GetValue(revision) };
            return CreateAsync(settings(), asked, cancel);
        });
    }

    private static CliCommand DefineList(Func<IConfiguration> settings) =>
        new CliCommand("list", "Lists every release, newest first.")
        {
            Details = "A line for each, its columns separated by tabs: name, revision, checksum.",
            Examples = ["release list"],
            Succeeds = "listed; there may be none",
            Fails = "the database cannot be reached",
        }.Runs((_, cancel) => ListAsync(settings(), cancel));

    private static async Task<int> CreateAsync(IConfiguration settings, ReleaseRequest asked, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var revision = await NewRelease.WriteAsync(transaction, asked, KeysCommand.Actor, TimeProvider.System.GetUtcNow(), cancel);
        if (!revision.IsSuccess)
        {
            CliCommand.Tell(revision.Error.Message);
            return ExitCode.Failed;
        }

        await transaction.CommitAsync(cancel);
        var created = (await NamedRelease.FindAsync(connection, asked.Name, cancel))!;
        Console.WriteLine(Convert.ToHexStringLower(created.Checksum));
        CliCommand.Tell($"Release {asked.Name} is revision {revision.Value}.");
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(IConfiguration settings, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        foreach (var name in await NamedRelease.NamesAsync(connection, cancel))
        {
            var release = (await NamedRelease.FindAsync(connection, name, cancel))!;
            Console.WriteLine(string.Join('\t', release.Name, release.Revision, Convert.ToHexStringLower(release.Checksum)));
        }

        return ExitCode.Done;
    }
}
