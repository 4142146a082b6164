namespace Evidence.Catalogue.Rules;

/// <summary>Checks what a question must keep to, independent of other records.</summary>
public static class QuestionRules
{
    /// <summary>Returns every issue that the rules find in the question; empty if there is none.</summary>
    public static IReadOnlyList<ValidationIssue> Check(ClaimQuestion question) =>
    [
        .. TermRules.Check(question),
        .. TextRules.Check(question),
        .. Rule.Issues(IdRules.CheckSlug("/id", question.Id), CheckNoRevision(question.Query)),
    ];

    private static ValidationIssue? CheckNoRevision(string query) => query.Split('&').Any(pair => pair.StartsWith("revision=", StringComparison.Ordinal))
        ? ValidationIssue.Error("/query", "The query names a revision; expected none, so that the question is answered at every revision")
        : null;
}
