using System.Text.Json;
using Evidence.Catalogue;
using Terms = Evidence.Catalogue.Vocabularies.Terms;

namespace Evidence.Store.Corrections;

/// <summary>What a curator decides on a correction, or asks.</summary>
public sealed record DecisionRequest
{
    private const int MaxReasonLength = 4000;

    /// <summary>What the curator decides.</summary>
    /// <example>accept</example>
    [Vocabulary("correction-decision")]
    public required string Decision { get; init; }

    /// <summary>Why, or of <c>ask</c> the question; shown to all. May be left out with <c>accept</c>, whose reason is the source. At most 4000 characters.</summary>
    /// <example>Checked against Table 1 of the article.</example>
    public string? Reason { get; init; }

    /// <summary>With <c>accept</c>: the curator's own value, of any type, in place of the proposed one; it is written even if the record changed since.</summary>
    /// <example>18</example>
    public JsonElement? Value { get; init; }

    /// <summary>With <c>accept</c>: whether the curator removes the value, even if the record changed since.</summary>
    /// <example>false</example>
    public bool? Remove { get; init; }

    /// <summary>Returns whether the curator gives a value, or removes it.</summary>
    public bool HasOwnValue() => Value is not null || Remove == true;

    /// <summary>Returns what is wrong with the request by itself; empty if it is valid.</summary>
    public IReadOnlyList<ValidationIssue> Check()
    {
        var decisions = Vocabulary.Get("correction-decision").Terms.Select(term => term.Name).ToList();
        var issues = new List<ValidationIssue>(TextChecks.Check("/reason", Reason, MaxReasonLength, mayHaveLines: true));
        if (!decisions.Contains(Decision))
            issues.Add(ValidationIssue.NotAmong("/decision", Decision, "decision", decisions));
        else if (Decision != Terms.CorrectionDecision.Accept && Reason is null)
            issues.Add(ValidationIssue.Error("/reason", Decision == Terms.CorrectionDecision.Ask ? "The question is missing; expected it as the reason" : "The reason is missing; expected why it is declined"));
        if (Decision != Terms.CorrectionDecision.Accept && HasOwnValue())
            issues.Add(ValidationIssue.Error(Remove == true ? "/remove" : "/value", "Only an acceptance writes something; expected it to be left out"));
        else if (HasOwnValue())
            issues.AddRange(TextChecks.CheckValue("/value", Value, Remove == true));
        return issues;
    }
}
