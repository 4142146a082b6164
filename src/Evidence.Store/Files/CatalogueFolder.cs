using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Records;

namespace Evidence.Store.Files;

/// <summary>Reads and validates the records of <c>db/catalogue</c>; an error ends the start with its place and reason.</summary>
public static class CatalogueFolder
{
    private const int MaxIssuesShown = 20;

    /// <summary>Returns the records of the folder and the built-in vocabularies.</summary>
    public static async Task<IReadOnlyList<RecordWrite>> ReadAsync(string folder, Action<string> progress, CancellationToken cancel)
    {
        var files = await CheckAsync(folder, file => Path.GetFileName(file), cancel);
        ThrowIfAny(folder, [.. files.Issues.Where(one => one.Issue.Severity == Severity.Error)]);
        foreach (var warning in files.Issues)
            progress($"Worth a look: {warning}");
        return
        [
            .. files.Studies.Select(RecordWrite.Create),
            .. files.Claims.Select(RecordWrite.Create),
            .. files.Questions.Select(RecordWrite.Create),
            .. Vocabulary.All.Select(RecordWrite.Create),
        ];
    }

    /// <summary>Returns the files of the folder with all issues in them and between them.</summary>
    /// <param name="folder">A folder in the shape of <c>db/catalogue</c>.</param>
    /// <param name="name">How a issue names a file, given its path.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="StartupException">The folder or a part that a catalogue must have is missing.</exception>
    public static async Task<CatalogueFileSet> CheckAsync(string folder, Func<string, string> name, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            throw new StartupException($"There is no catalogue folder {folder}. Set Evidence__CatalogueFolder to a folder that holds studies/ and claims.json.");
        var studies = Path.Combine(folder, "studies");
        if (!Directory.Exists(studies))
            throw new StartupException($"The catalogue folder lacks {studies}.");
        var claims = Path.Combine(folder, "claims.json");
        if (!File.Exists(claims))
            throw new StartupException($"The catalogue folder lacks {claims}.");
        var files = new CatalogueFileSet();
        foreach (var file in Directory.EnumerateFiles(studies, "*.json").Order(StringComparer.Ordinal))
            files.AddStudy(name(file), await File.ReadAllBytesAsync(file, cancel));
        files.AddClaims(name(claims), await File.ReadAllBytesAsync(claims, cancel));
        // A catalogue need not put its claims to the numbers.
        var questions = Path.Combine(folder, "questions.json");
        if (File.Exists(questions))
            files.AddQuestions(name(questions), await File.ReadAllBytesAsync(questions, cancel));
        files.CheckTogether();
        return files;
    }

    private static void ThrowIfAny(string folder, List<FileIssue> issues)
    {
        if (issues.Count == 0)
            return;
        var shown = string.Join(Environment.NewLine, issues.Take(MaxIssuesShown).Select(issue => $"  {issue}"));
        throw new StartupException($"The catalogue in {folder} has {issues.Count} {(issues.Count == 1 ? "error" : "errors")}:{Environment.NewLine}{shown}");
    }
}
