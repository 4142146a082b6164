using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

/// <summary>Asserts that a record breaks exactly one rule, at this place, with this sentence.</summary>
internal static class RuleAssert
{
    /// <summary>Asserts that the only issue of a study is this one.</summary>
    public static ValidationIssue HasIssue(Study study, string pointer, string message, Severity severity = Severity.Error)
    {
        var issue = Assert.Single(StudyRules.Check(study));
        Assert.Equal($"{pointer}: {message}", issue.ToString());
        Assert.Equal(severity, issue.Severity);
        return issue;
    }
}
