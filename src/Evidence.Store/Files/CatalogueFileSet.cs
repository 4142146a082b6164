using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Rules;
using Terms = Evidence.Catalogue.Vocabularies.Terms;

namespace Evidence.Store.Files;

/// <summary>Represents a validation issue and the file that has it.</summary>
/// <param name="File">The file, as its reader names it.</param>
/// <param name="Issue">The issue; its pointer is into that file.</param>
public sealed record FileIssue(string File, ValidationIssue Issue)
{
    /// <summary>Returns file, pointer and message.</summary>
    public override string ToString() => $"{File} {Issue}";
}

/// <summary>Collects files of records: each is parsed and validated when it is added, and at last all are checked against each other.</summary>
public sealed class CatalogueFileSet
{
    private readonly List<(string File, Study Record)> studies = [];
    private readonly List<(string File, int Index, Claim Record)> claims = [];
    private readonly List<(string File, int Index, ClaimQuestion Record)> questions = [];
    private readonly List<FileIssue> issues = [];

    /// <summary>Gets the number of files, unreadable ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the studies that could be parsed.</summary>
    public IReadOnlyList<Study> Studies => [.. studies.Select(study => study.Record)];

    /// <summary>Gets the claims that could be parsed.</summary>
    public IReadOnlyList<Claim> Claims => [.. claims.Select(claim => claim.Record)];

    /// <summary>Gets the questions that could be parsed.</summary>
    public IReadOnlyList<ClaimQuestion> Questions => [.. questions.Select(question => question.Record)];

    /// <summary>Gets the issues that were found so far.</summary>
    public IReadOnlyList<FileIssue> Issues => issues;

    /// <summary>Adds a file of any kind: an object is a study; a list holds questions if its first item has a query, else claims.</summary>
    public void Add(string file, ReadOnlySpan<byte> utf8)
    {
        switch (FindKind(utf8))
        {
            case Terms.RecordKind.Question:
                AddQuestions(file, utf8);
                break;
            case Terms.RecordKind.Claim:
                AddClaims(file, utf8);
                break;
            default:
                AddStudy(file, utf8);
                break;
        }
    }

    /// <summary>Adds the file of a study.</summary>
    public void AddStudy(string file, ReadOnlySpan<byte> utf8)
    {
        if (Read<Study>(file, utf8) is not { } study)
            return;
        studies.Add((file, study));
        AddIssues(file, "", StudyRules.Check(study));
    }

    /// <summary>Adds a file with a list of claims.</summary>
    public void AddClaims(string file, ReadOnlySpan<byte> utf8)
    {
        foreach (var (index, claim) in (Read<List<Claim>>(file, utf8) ?? []).Index())
        {
            claims.Add((file, index, claim));
            AddIssues(file, $"/{index}", ClaimRules.Check(claim));
        }
    }

    /// <summary>Adds a file with a list of questions.</summary>
    public void AddQuestions(string file, ReadOnlySpan<byte> utf8)
    {
        foreach (var (index, question) in (Read<List<ClaimQuestion>>(file, utf8) ?? []).Index())
        {
            questions.Add((file, index, question));
            AddIssues(file, $"/{index}", QuestionRules.Check(question));
        }
    }

    /// <summary>Checks the records against each other, as one catalogue, unless a record has an error: references to it would seem to be wrong.</summary>
    public void CheckTogether()
    {
        if (issues.Exists(one => one.Issue.Severity == Severity.Error))
            return;
        foreach (var issue in CatalogueRules.Check(Studies, Claims, Questions))
            issues.Add(LocateInFile(issue));
    }

    /// <summary>Converts a pointer into one document of all records, <c>/studies/17/reports/0</c>, to one into the file.</summary>
    private FileIssue LocateInFile(ValidationIssue issue)
    {
        var tokens = issue.Pointer.Split('/');
        var index = int.Parse(tokens[2], System.Globalization.CultureInfo.InvariantCulture);
        var (file, within) = tokens[1] switch
        {
            "studies" => (studies[index].File, ""),
            "claims" => (claims[index].File, $"/{claims[index].Index}"),
            "questions" => (questions[index].File, $"/{questions[index].Index}"),
            _ => throw new InvalidOperationException($"The rules point to {issue.Pointer}, which is in no file."),
        };
        return new FileIssue(file, issue with { Pointer = string.Join('/', [within, .. tokens[3..]]) });
    }

    private T? Read<T>(string file, ReadOnlySpan<byte> utf8) where T : class
    {
        Count++;
        var read = CatalogueJson.Read<T>(utf8);
        AddIssues(file, "", read.Error?.ToIssues() ?? []);
        return read.Value;
    }

    private void AddIssues(string file, string within, IEnumerable<ValidationIssue> found) =>
        issues.AddRange(found.Select(issue => new FileIssue(file, issue with { Pointer = within + issue.Pointer })));

    private static string FindKind(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        var kind = Terms.RecordKind.Study;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return kind;
            kind = Terms.RecordKind.Claim;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.ValueTextEquals("query"u8))
                    return Terms.RecordKind.Question;
            }
        }
        catch (JsonException)
        {
            // The reader of the kind that it seems to be reports where the error is.
        }

        return kind;
    }
}
