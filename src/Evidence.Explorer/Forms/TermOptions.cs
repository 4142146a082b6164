using Evidence.Catalogue;

namespace Evidence.Explorer.Forms;

/// <summary>Terms as a form offers them.</summary>
public static class TermOptions
{
    /// <summary>The interventions that questions are usually about, in the order in which a form offers them.</summary>
    public static IReadOnlyList<string> UsualInterventions { get; } = ["ketamine", "esketamine", "arketamine"];

    /// <summary>The comparators that questions usually name.</summary>
    public static IReadOnlyList<string> UsualComparators { get; } = ["placebo", "saline", "midazolam", "antidepressant", "ect"];

    /// <summary>Yes and no, as the values of a flag.</summary>
    public static IReadOnlyList<(string Value, string Name)> YesAndNo { get; } = [("true", "Yes"), ("false", "No")];

    /// <summary>Returns the terms of a vocabulary with their labels.</summary>
    public static IReadOnlyList<(string Value, string Name)> FromVocabulary(string vocabulary) =>
        [.. Vocabulary.Get(vocabulary).Terms.Select(term => (term.Name, term.Label))];
}
