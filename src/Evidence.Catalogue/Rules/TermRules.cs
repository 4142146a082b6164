namespace Evidence.Catalogue.Rules;

/// <summary>Every member that is marked with a vocabulary holds one of its terms.</summary>
internal static class TermRules
{
    public static IEnumerable<Finding> Check(object record)
    {
        foreach (var leaf in RecordWalk.Leaves(record))
        {
            if (leaf is { Text: { } text, Vocabulary: { } name } && Check(leaf.Pointer, text, Vocabulary.Get(name)) is { } finding)
                yield return finding;
        }
    }

    private static Finding? Check(string at, string text, Vocabulary vocabulary) =>
        // Terms that belong to a tool are held against that tool, in RiskOfBiasRules.
        vocabulary.Terms[0].Tool is not null || vocabulary.Find(text) is not null
            ? null
            : Finding.NotAmong(at, text, vocabulary.Name.Replace('-', ' '), vocabulary.Terms.Select(term => term.Name));
}
