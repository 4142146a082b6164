using System.CommandLine;
using System.Data;
using Evidence.Store.Files;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>export</c>, which writes the whole catalogue as of a revision as files that can be loaded again.</summary>
internal static class ExportCommand
{
    private const string Files = "files", Lines = "ndjson";

    public static CliCommand Create(Func<IConfiguration> settings)
    {
        var to = new Option<string?>("--to") { Description = "The folder to write: one that is empty, or that does not exist yet.", HelpName = "FOLDER" };
        var revision = new Option<long?>("--revision") { Description = "The revision to write; the newest if none is named.", HelpName = "N" };
        var format = new Option<string>("--format")
        {
            Description = "files: a folder in the shape of db/catalogue. ndjson: a line for each record, to standard output.",
            DefaultValueFactory = _ => Files,
        };
        format.AcceptOnlyFromAmong(Files, Lines);
        var command = new CliCommand("export", "Writes the whole catalogue as of one revision.")
        {
            Details = """
                The folder can be loaded again: a service that starts on an empty database with Evidence__CatalogueFolder=FOLDER has
                the same documents, to the digest. History is not in it, only one state; vocabularies are there to be read, because
                a program brings its own. claims.json is written last, and a folder without it is refused: so is half an export.
                """,
            Examples = ["export --to /srv/backup/catalogue", "export --to r3 --revision 3", "export --format ndjson | gzip > catalogue.ndjson.gz"],
            Succeeds = "every record of the revision was written",
            Fails = "no such revision, a folder that is not empty, or no database; what was written by then is no whole catalogue",
        };
        command.Options.Add(to);
        command.Options.Add(revision);
        command.Options.Add(format);
        command.Validators.Add(result =>
        {
            // Reads the token: an option whose value is invalid has no parsed value.
            string? Token(Option option) => result.GetResult(option)?.Tokens is [var token, ..] ? token.Value : null;
            var lines = Token(format) == Lines;
            if (!lines && string.IsNullOrEmpty(Token(to)))
                result.AddError("Name the folder to write with --to FOLDER, or ask for --format ndjson.");
            if (lines && Token(to) is not null)
                result.AddError("--format ndjson goes to standard output; leave --to out.");
        });
        return command.Runs((parsed, cancel) => RunAsync(settings(), parsed.GetValue(to), parsed.GetValue(revision), cancel));
    }

    private static async Task<int> RunAsync(IConfiguration settings, string? folder, long? asked, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var revision = await CatalogueExport.RevisionAsync(snapshot, asked, cancel);
        CliCommand.Tell($"Writing revision {revision} …");
        var written = folder is null ? await WriteLinesAsync() : await CatalogueExport.WriteFilesAsync(snapshot, revision, folder, CliCommand.Tell, cancel);
        CliCommand.Tell($"Records written: {written}");
        return ExitCode.Done;

        async Task<int> WriteLinesAsync()
        {
            await using var output = new BufferedStream(Console.OpenStandardOutput(), bufferSize: 1 << 16);
            return await CatalogueExport.WriteLinesAsync(snapshot, revision, output, cancel);
        }
    }
}
