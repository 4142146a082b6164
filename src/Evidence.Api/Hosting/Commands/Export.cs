using System.CommandLine;
using System.Data;
using Evidence.Api.Hosting.Store;

namespace Evidence.Api.Hosting.Commands;

/// <summary><c>export</c>: the whole catalogue as of a revision, as files that can be loaded again.</summary>
internal static class Export
{
    private const string Files = "files", Lines = "ndjson";

    public static Verb Make(Func<IConfiguration> settings)
    {
        var to = new Option<string?>("--to") { Description = "The folder to write: one that is empty, or that does not exist yet.", HelpName = "FOLDER" };
        var revision = new Option<long?>("--revision") { Description = "The revision to write; the newest where none is named.", HelpName = "N" };
        var format = new Option<string>("--format")
        {
            Description = "files: a folder in the shape of db/catalogue. ndjson: a line for each record, to standard output.",
            DefaultValueFactory = _ => Files,
        };
        format.AcceptOnlyFromAmong(Files, Lines);
        var verb = new Verb("export", "Writes the whole catalogue as it stood at one revision.")
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
        verb.Options.Add(to);
        verb.Options.Add(revision);
        verb.Options.Add(format);
        verb.Validators.Add(result =>
        {
            // As typed: a value that is refused for itself cannot be asked for.
            string? Typed(Option option) => result.GetResult(option)?.Tokens is [var token, ..] ? token.Value : null;
            var lines = Typed(format) == Lines;
            if (!lines && string.IsNullOrEmpty(Typed(to)))
                result.AddError("Name the folder to write with --to FOLDER, or ask for --format ndjson.");
            if (lines && Typed(to) is not null)
                result.AddError("--format ndjson goes to standard output; leave --to away.");
        });
        return verb.Runs((parsed, cancel) => RunAsync(settings(), parsed.GetValue(to), parsed.GetValue(revision), cancel));
    }

    private static async Task<int> RunAsync(IConfiguration settings, string? folder, long? asked, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var revision = await CatalogueExport.RevisionAsync(snapshot, asked, cancel);
        Verb.Tell($"Writing revision {revision} …");
        var written = folder is null ? await WriteLinesAsync() : await CatalogueExport.WriteFilesAsync(snapshot, revision, folder, Verb.Tell, cancel);
        Verb.Tell($"Records written: {written}");
        return ExitCode.Done;

        async Task<int> WriteLinesAsync()
        {
            await using var output = new BufferedStream(Console.OpenStandardOutput(), bufferSize: 1 << 16);
            return await CatalogueExport.WriteLinesAsync(snapshot, revision, output, cancel);
        }
    }
}
