using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Asking;

/// <summary>Terms as a form offers them.</summary>
public static class Terms
{
    /// <summary>What a question may be about that is asked most, in the order in which it is asked.</summary>
    public static IReadOnlyList<string> UsualInterventions { get; } = ["ketamine", "esketamine", "arketamine"];

    /// <summary>What it is compared with most.</summary>
    public static IReadOnlyList<string> UsualComparators { get; } = ["placebo", "saline", "midazolam", "antidepressant", "ect"];

    /// <summary>How it is given most.</summary>
    public static IReadOnlyList<string> UsualRoutes { get; } = ["iv", "intranasal", "subcutaneous", "im", "oral", "sublingual"];

    /// <summary>The terms of a vocabulary with their labels.</summary>
    public static IReadOnlyList<(string Value, string Name)> Of(string vocabulary) =>
        [.. Vocabulary.Get(vocabulary).Terms.Select(term => (term.Name, term.Label))];

    /// <summary>Yes and no.</summary>
    public static IReadOnlyList<(string Value, string Name)> YesAndNo { get; } = [("true", "Yes"), ("false", "No")];
}
