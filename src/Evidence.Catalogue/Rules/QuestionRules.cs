namespace Evidence.Catalogue.Rules;

/// <summary>What a question must keep to, whatever else is in the catalogue.</summary>
public static class QuestionRules
{
    /// <summary>Everything that the rules find in the question; empty where there is nothing to say.</summary>
    public static IReadOnlyList<Finding> Check(ClaimQuestion question) =>
    [
        .. TermRules.Check(question),
        .. TextRules.Check(question),
        .. Rule.Findings(IdRules.Slug("/id", question.Id), NoRevision(question.Query)),
    ];

    private static Finding? NoRevision(string query) => query.Split('&').Any(pair => pair.StartsWith("revision=", StringComparison.Ordinal))
        ? Finding.Error("/query", "The query names a revision; expected none, so that the question is answered at every revision")
        : null;
}
