using Evidence.Api.Hosting.Database;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Store;

/// <summary>The records of <c>db/catalogue</c>, read and checked; a faulty one stops the start with the place and the reason.</summary>
public static class CatalogueFolder
{
    private const int FindingsShown = 20;

    /// <summary>Everything that the folder and the built-in vocabularies say.</summary>
    public static async Task<IReadOnlyList<RecordWrite>> ReadAsync(string folder, Action<string> progress, CancellationToken cancel)
    {
        var files = await CheckAsync(folder, file => Path.GetFileName(file), cancel);
        Refuse(folder, [.. files.Findings.Where(found => found.Finding.Severity == Severity.Error)]);
        foreach (var warning in files.Findings)
            progress($"Worth a look: {warning}");
        return
        [
            .. files.Studies.Select(RecordWrite.Of),
            .. files.Claims.Select(RecordWrite.Of),
            .. files.Questions.Select(RecordWrite.Of),
            .. Vocabulary.All.Select(RecordWrite.Of),
        ];
    }

    /// <summary>The folder's files with all that the rules find in them and between them.</summary>
    /// <param name="folder">A folder in the shape of <c>db/catalogue</c>.</param>
    /// <param name="name">How a finding names a file, given its path.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="StartupException">The folder or a part that a catalogue must have is missing.</exception>
    public static async Task<CatalogueFiles> CheckAsync(string folder, Func<string, string> name, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            throw new StartupException($"There is no catalogue folder {folder}. Set Evidence__CatalogueFolder to a folder that holds studies/ and claims.json.");
        var studies = Path.Combine(folder, "studies");
        if (!Directory.Exists(studies))
            throw new StartupException($"The catalogue folder lacks {studies}.");
        var claims = Path.Combine(folder, "claims.json");
        if (!File.Exists(claims))
            throw new StartupException($"The catalogue folder lacks {claims}.");
        var files = new CatalogueFiles();
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

    private static void Refuse(string folder, List<FileFinding> findings)
    {
        if (findings.Count == 0)
            return;
        var shown = string.Join(Environment.NewLine, findings.Take(FindingsShown).Select(finding => $"  {finding}"));
        throw new StartupException($"The catalogue in {folder} has {findings.Count} {(findings.Count == 1 ? "error" : "errors")}:{Environment.NewLine}{shown}");
    }
}
