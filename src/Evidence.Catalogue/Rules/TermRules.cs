namespace Evidence.Catalogue.Rules;

/// <summary>Checks that every member that is marked with a vocabulary holds one of its terms.</summary>
internal static class TermRules
{
    public static IEnumerable<ValidationIssue> Check(object record)
    {
        foreach (var text in RecordTexts.Enumerate(record))
        {
            if (text is { Value: { } value, Vocabulary: { } name } && Check(text.Pointer, value, Vocabulary.Get(name)) is { } issue)
                yield return issue;
        }
    }

    private static ValidationIssue? Check(string at, string text, Vocabulary vocabulary) =>
        // Terms that belong to a tool are compared with that tool, in RiskOfBiasRules.
        vocabulary.Terms[0].Tool is not null || vocabulary.Find(text) is not null
            ? null
            : ValidationIssue.NotAmong(at, text, vocabulary.Name.Replace('-', ' '), vocabulary.Terms.Select(term => term.Name));
}
