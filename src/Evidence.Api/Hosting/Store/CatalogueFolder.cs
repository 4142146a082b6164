using Evidence.Api.Hosting.Database;
using Evidence.Catalogue;
using Evidence.Catalogue.Rules;

namespace Evidence.Api.Hosting.Store;

/// <summary>The records of <c>db/catalogue</c>, read and checked; a faulty one stops the start with the place and the reason.</summary>
public static class CatalogueFolder
{
    private const int FindingsShown = 20;
    private const string QuestionsFile = "questions.json";

    /// <summary>Everything that the folder and the built-in vocabularies say.</summary>
    public static async Task<IReadOnlyList<RecordWrite>> ReadAsync(string folder, Action<string> progress, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            throw new StartupException($"There is no catalogue folder {folder}. Set Evidence__CatalogueFolder to a folder that holds studies/ and claims.json.");
        var studiesFolder = Path.Combine(folder, "studies");
        if (!Directory.Exists(studiesFolder))
            throw new StartupException($"The catalogue folder lacks {studiesFolder}.");
        var findings = new List<(Severity Severity, string Text)>();
        var studies = new List<Study>();
        foreach (var file in Directory.EnumerateFiles(studiesFolder, "*.json").Order(StringComparer.Ordinal))
        {
            if (await ReadFileAsync<Study>(file, findings, cancel) is not { } study)
                continue;
            studies.Add(study);
            findings.AddRange(Texts(Path.GetFileName(file), StudyRules.Check(study)));
        }

        var claims = await ReadFileAsync<List<Claim>>(Path.Combine(folder, "claims.json"), findings, cancel) ?? [];
        findings.AddRange(claims.Index().SelectMany(item => Texts("claims.json", ClaimRules.Check(item.Item), $"/{item.Index}")));

        var questions = await ReadQuestionsAsync(folder, findings, cancel);
        findings.AddRange(questions.Index().SelectMany(item => Texts(QuestionsFile, QuestionRules.Check(item.Item), $"/{item.Index}")));

        // Where a record could not be read, what names it would seem to name nothing.
        if (findings.TrueForAll(finding => finding.Severity == Severity.Warning))
            findings.AddRange(Texts("catalogue", CatalogueRules.Check(studies, claims, questions)));
        Refuse(folder, [.. findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Text)]);
        foreach (var (_, warning) in findings)
            progress($"Worth a look: {warning}");
        return [.. studies.Select(RecordWrite.Of), .. claims.Select(RecordWrite.Of), .. questions.Select(RecordWrite.Of), .. Vocabulary.All.Select(RecordWrite.Of)];
    }

    /// <summary>A catalogue need not put its claims to the numbers.</summary>
    private static async Task<IReadOnlyList<ClaimQuestion>> ReadQuestionsAsync(
        string folder, List<(Severity Severity, string Text)> findings, CancellationToken cancel)
    {
        var file = Path.Combine(folder, QuestionsFile);
        return File.Exists(file) ? await ReadFileAsync<List<ClaimQuestion>>(file, findings, cancel) ?? [] : [];
    }

    private static async Task<T?> ReadFileAsync<T>(string file, List<(Severity Severity, string Text)> findings, CancellationToken cancel) where T : class
    {
        if (!File.Exists(file))
            throw new StartupException($"The catalogue folder lacks {file}.");
        var read = CatalogueJson.Read<T>(await File.ReadAllBytesAsync(file, cancel));
        findings.AddRange(Texts(Path.GetFileName(file), read.Findings));
        return read.Value;
    }

    private static IEnumerable<(Severity Severity, string Text)> Texts(string file, IReadOnlyList<Finding> findings, string within = "") =>
        findings.Select(finding => (finding.Severity, $"{file} {within}{finding}"));

    private static void Refuse(string folder, List<string> findings)
    {
        if (findings.Count == 0)
            return;
        var shown = string.Join(Environment.NewLine, findings.Take(FindingsShown).Select(finding => "  " + finding));
        throw new StartupException($"The catalogue in {folder} has {findings.Count} {(findings.Count == 1 ? "error" : "errors")}:{Environment.NewLine}{shown}");
    }
}
