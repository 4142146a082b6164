using System.Text.RegularExpressions;
using Evidence.Catalogue;
using Evidence.Store.Selection;

namespace Evidence.Store.Releases;

/// <summary>A release that is to be made.</summary>
public sealed partial record ReleaseRequest
{
    private const int MaxNoteLength = 10_000;

    /// <summary>Name: year and month, and a number where the month has several (<c>2026.11.2</c>). It is given once.</summary>
    /// <example>2026.11</example>
    public required string Name { get; init; }

    /// <summary>What is new, for people to read; at most 10 000 characters.</summary>
    /// <example>The first release: 79 studies, 12 claims.</example>
    public required string Notes { get; init; }

    /// <summary>Revision that is named; the newest if left out.</summary>
    /// <example>1</example>
    public long? Revision { get; init; }

    /// <summary>Returns what is wrong with the request by itself; empty if it is valid.</summary>
    public IReadOnlyList<ValidationIssue> Check()
    {
        var issues = new List<ValidationIssue>();
        if (!NameForm().IsMatch(Name))
            issues.Add(ValidationIssue.Error("/name", $"'{QueryReader.Truncate(Name)}' is no name of a release; expected YYYY.MM, or YYYY.MM.N for another one of the month"));
        if (string.IsNullOrWhiteSpace(Notes) || Notes.Length > MaxNoteLength || Notes.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r')))
            issues.Add(ValidationIssue.Error("/notes", $"The notes have {Notes.Length} characters; expected 1 to {MaxNoteLength} of plain text"));
        return issues;
    }

    [GeneratedRegex(@"^[0-9]{4}\.(0[1-9]|1[0-2])(\.[1-9][0-9]{0,2})?\z")]
    private static partial Regex NameForm();
}
