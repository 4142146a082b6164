using System.CommandLine;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Commands;

/// <summary><c>validate</c>: what the rules say of files, before anybody loads them.</summary>
internal static class Validate
{
    private const string StandardInput = "-";
    private const int MostAllowedShown = 40;

    public static Verb Make()
    {
        var paths = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "A study, a list of claims or of questions, told apart by what is in it; a folder with a whole catalogue, whose records are "
                + "checked against each other too; '-' for standard input.",
        };
        paths.Validators.Add(result =>
        {
            foreach (var missing in result.Tokens.Where(token => !Exists(token.Value)))
                result.AddError($"There is no file or folder {missing.Value}.");
        });
        var verb = new Verb("validate", "Checks files of records against the catalogue's rules; needs no database.")
        {
            Details = """
                Each finding is a line 'file pointer: message', the pointer a JSON pointer (RFC 6901); a warning is marked and hinders
                nothing. The last line counts. References between records are checked within a folder, not between single files.
                """,
            Examples = ["validate db/catalogue", "validate db/catalogue/studies/zarate-2006.json db/catalogue/claims.json", "validate - < draft.json"],
            Succeeds = "no error; there may be warnings",
            Fails = "at least one error",
        };
        verb.Arguments.Add(paths);
        return verb.Runs((parsed, cancel) => RunAsync(parsed.GetRequiredValue(paths), cancel));
    }

    private static bool Exists(string path) => path == StandardInput || Path.Exists(path);

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var single = new CatalogueFiles();
        var all = new List<CatalogueFiles> { single };
        foreach (var path in paths)
        {
            if (path == StandardInput)
                single.Add(StandardInput, await ReadInputAsync(cancel));
            else if (Directory.Exists(path))
                all.Add(await CatalogueFolder.CheckAsync(path, file => file, cancel));
            else
                single.Add(path, await File.ReadAllBytesAsync(path, cancel));
        }

        var findings = all.SelectMany(files => files.Findings).ToList();
        foreach (var finding in findings)
            await Console.Out.WriteLineAsync(Line(finding));
        var errors = findings.Count(finding => finding.Finding.Severity == Severity.Error);
        await Console.Out.WriteLineAsync(Summary(all, errors, findings.Count - errors));
        return errors == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<byte[]> ReadInputAsync(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static string Line(FileFinding found)
    {
        var (file, finding) = found;
        var mark = finding.Severity == Severity.Warning ? "warning: " : "";
        var allowed = finding.Allowed is { Count: > 0 and <= MostAllowedShown } list ? $" (allowed: {string.Join(", ", list)})" : "";
        return $"{file} {finding.Pointer}: {mark}{finding.Message}{allowed}";
    }

    private static string Summary(List<CatalogueFiles> all, int errors, int warnings)
    {
        var studies = all.Sum(files => files.Studies.Count);
        var claims = all.Sum(files => files.Claims.Count);
        var questions = all.Sum(files => files.Questions.Count);
        return $"Files: {all.Sum(files => files.Count)}; studies: {studies}, claims: {claims}, questions: {questions}; errors: {errors}, warnings: {warnings}";
    }
}
