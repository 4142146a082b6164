using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Api.Corrections;

/// <summary>What a curator decides on a correction, or asks.</summary>
public sealed record DecisionRequest
{
    private const int LongestReason = 4000;

    /// <summary>What is decided.</summary>
    /// <example>accept</example>
    [Vocabulary("correction-decision")]
    public required string Decision { get; init; }

    /// <summary>Why, or of <c>ask</c> the question; shown to all. May be left out with <c>accept</c>, whose reason is the source. At most 4000 characters.</summary>
    /// <example>Checked against Table 1 of the article.</example>
    public string? Reason { get; init; }

    /// <summary>With <c>accept</c>: the curator's own value, of any type, in place of the proposed one; it is written whatever stands there by now.</summary>
    /// <example>18</example>
    public JsonElement? Value { get; init; }

    /// <summary>With <c>accept</c>: whether the curator takes away what stands there, whatever it is by now.</summary>
    /// <example>false</example>
    public bool? Remove { get; init; }

    /// <summary>Whether the curator says what is to stand there.</summary>
    public bool HasOwnValue() => Value is not null || Remove == true;

    /// <summary>What is wrong with it, whatever the correction says.</summary>
    public IReadOnlyList<Finding> Check()
    {
        var decisions = Vocabulary.Get("correction-decision").Terms.Select(term => term.Name).ToList();
        var findings = new List<Finding>(Texts.Check("/reason", Reason, LongestReason, mayHaveLines: true));
        if (!decisions.Contains(Decision))
            findings.Add(Finding.NotAmong("/decision", Decision, "decision", decisions));
        else if (Decision != "accept" && Reason is null)
            findings.Add(Finding.Error("/reason", Decision == "ask" ? "The question is missing; expected it as the reason" : "The reason is missing; expected why it is declined"));
        if (Decision != "accept" && HasOwnValue())
            findings.Add(Finding.Error(Remove == true ? "/remove" : "/value", "Only an acceptance writes something; expected it to be left out"));
        else if (HasOwnValue())
            findings.AddRange(Texts.CheckValue("/value", Value, Remove == true));
        return findings;
    }
}
