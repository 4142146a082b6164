using System.CommandLine;
using Evidence.Catalogue;
using Evidence.Store.Files;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>validate</c>, which checks files against the rules of the catalogue before they are loaded.</summary>
internal static class ValidateCommand
{
    private const string StandardInput = "-";
    private const int MaxAllowedShown = 40;

    public static CliCommand Create()
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
        var command = new CliCommand("validate", "Checks files of records against the catalogue's rules; needs no database.")
        {
            Details = """
                Each issue is a line 'file pointer: message', the pointer a JSON pointer (RFC 6901); a warning is marked and is no
                error. The last line counts them. References between records are checked within a folder, not between single files.
                """,
            Examples = ["validate db/catalogue", "validate db/catalogue/studies/zarate-2006.json db/catalogue/claims.json", "validate - < draft.json"],
            Succeeds = "no error; there may be warnings",
            Fails = "at least one error",
        };
        command.Arguments.Add(paths);
        return command.Runs((parsed, cancel) => RunAsync(parsed.GetRequiredValue(paths), cancel));
    }

    private static bool Exists(string path) => path == StandardInput || Path.Exists(path);

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var single = new CatalogueFileSet();
        var all = new List<CatalogueFileSet> { single };
        foreach (var path in paths)
        {
            if (path == StandardInput)
                single.Add(StandardInput, await ReadInputAsync(cancel));
            else if (Directory.Exists(path))
                all.Add(await CatalogueFolder.CheckAsync(path, file => file, cancel));
            else
                single.Add(path, await File.ReadAllBytesAsync(path, cancel));
        }

        var issues = all.SelectMany(files => files.Issues).ToList();
        foreach (var issue in issues)
            await Console.Out.WriteLineAsync(FormatLine(issue));
        var errors = issues.Count(issue => issue.Issue.Severity == Severity.Error);
        await Console.Out.WriteLineAsync(FormatSummary(all, errors, issues.Count - errors));
        return errors == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<byte[]> ReadInputAsync(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static string FormatLine(FileIssue fileIssue)
    {
        var (file, issue) = fileIssue;
        var mark = issue.Severity == Severity.Warning ? "warning: " : "";
        var allowed = issue.Allowed is { Count: > 0 and <= MaxAllowedShown } list ? $" (allowed: {string.Join(", ", list)})" : "";
        return $"{file} {issue.Pointer}: {mark}{issue.Message}{allowed}";
    }

    private static string FormatSummary(List<CatalogueFileSet> all, int errors, int warnings)
    {
        var studies = all.Sum(files => files.Studies.Count);
        var claims = all.Sum(files => files.Claims.Count);
        var questions = all.Sum(files => files.Questions.Count);
        return $"Files: {all.Sum(files => files.Count)}; studies: {studies}, claims: {claims}, questions: {questions}; errors: {errors}, warnings: {warnings}";
    }
}
