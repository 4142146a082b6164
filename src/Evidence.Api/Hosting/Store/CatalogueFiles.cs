using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Rules;

namespace Evidence.Api.Hosting.Store;

/// <summary>What a rule found, and in which file.</summary>
/// <param name="File">The file, as its reader names it.</param>
/// <param name="Finding">The finding; its pointer is into that file.</param>
public sealed record FileFinding(string File, Finding Finding)
{
    /// <summary>File, place and sentence.</summary>
    public override string ToString() => $"{File} {Finding}";
}

/// <summary>Files of records, each read and checked as it comes, and at last all against each other.</summary>
public sealed class CatalogueFiles
{
    private readonly List<(string File, Study Record)> studies = [];
    private readonly List<(string File, int Index, Claim Record)> claims = [];
    private readonly List<(string File, int Index, ClaimQuestion Record)> questions = [];
    private readonly List<FileFinding> findings = [];

    /// <summary>Number of files, the unreadable ones too.</summary>
    public int Count { get; private set; }

    /// <summary>The studies that could be read.</summary>
    public IReadOnlyList<Study> Studies => [.. studies.Select(study => study.Record)];

    /// <summary>The claims that could be read.</summary>
    public IReadOnlyList<Claim> Claims => [.. claims.Select(claim => claim.Record)];

    /// <summary>The questions that could be read.</summary>
    public IReadOnlyList<ClaimQuestion> Questions => [.. questions.Select(question => question.Record)];

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<FileFinding> Findings => findings;

    /// <summary>Takes a file of any kind: an object is a study; a list holds questions where its first item has a query, else claims.</summary>
    public void Add(string file, ReadOnlySpan<byte> utf8)
    {
        switch (KindOf(utf8))
        {
            case "question":
                AddQuestions(file, utf8);
                break;
            case "claim":
                AddClaims(file, utf8);
                break;
            default:
                AddStudy(file, utf8);
                break;
        }
    }

    /// <summary>Takes the file of a study.</summary>
    public void AddStudy(string file, ReadOnlySpan<byte> utf8)
    {
        if (Read<Study>(file, utf8) is not { } study)
            return;
        studies.Add((file, study));
        Found(file, "", StudyRules.Check(study));
    }

    /// <summary>Takes a list of claims.</summary>
    public void AddClaims(string file, ReadOnlySpan<byte> utf8)
    {
        foreach (var (index, claim) in (Read<List<Claim>>(file, utf8) ?? []).Index())
        {
            claims.Add((file, index, claim));
            Found(file, $"/{index}", ClaimRules.Check(claim));
        }
    }

    /// <summary>Takes a list of questions.</summary>
    public void AddQuestions(string file, ReadOnlySpan<byte> utf8)
    {
        foreach (var (index, question) in (Read<List<ClaimQuestion>>(file, utf8) ?? []).Index())
        {
            questions.Add((file, index, question));
            Found(file, $"/{index}", QuestionRules.Check(question));
        }
    }

    /// <summary>Checks the records against each other, as one catalogue. Not where a record could not be read: what names it would seem to name nothing.</summary>
    public void CheckTogether()
    {
        if (findings.Exists(found => found.Finding.Severity == Severity.Error))
            return;
        foreach (var finding in CatalogueRules.Check(Studies, Claims, Questions))
            findings.Add(InItsFile(finding));
    }

    /// <summary>The rules point into one document of all records, <c>/studies/17/reports/0</c>; people look into the file.</summary>
    private FileFinding InItsFile(Finding finding)
    {
        var tokens = finding.Pointer.Split('/');
        var index = int.Parse(tokens[2], System.Globalization.CultureInfo.InvariantCulture);
        var (file, within) = tokens[1] switch
        {
            "studies" => (studies[index].File, ""),
            "claims" => (claims[index].File, $"/{claims[index].Index}"),
            "questions" => (questions[index].File, $"/{questions[index].Index}"),
            _ => throw new InvalidOperationException($"The rules point to {finding.Pointer}, which is in no file."),
        };
        return new FileFinding(file, finding with { Pointer = string.Join('/', [within, .. tokens[3..]]) });
    }

    private T? Read<T>(string file, ReadOnlySpan<byte> utf8) where T : class
    {
        Count++;
        var read = CatalogueJson.Read<T>(utf8);
        Found(file, "", read.Findings);
        return read.Value;
    }

    private void Found(string file, string within, IEnumerable<Finding> found) =>
        findings.AddRange(found.Select(finding => new FileFinding(file, finding with { Pointer = within + finding.Pointer })));

    private static string KindOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        var kind = "study";
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return kind;
            kind = "claim";
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.ValueTextEquals("query"u8))
                    return "question";
            }
        }
        catch (JsonException)
        {
            // Whoever reads it as the kind that it seems to be says where the fault is.
        }

        return kind;
    }
}
