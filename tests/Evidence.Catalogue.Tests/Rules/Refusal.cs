using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

/// <summary>Checks that a change gives exactly one finding, at this place, with this sentence.</summary>
internal static class Refusal
{
    public static Finding Of(Study study, string pointer, string message, Severity severity = Severity.Error)
    {
        var finding = Assert.Single(StudyRules.Check(study));
        Assert.Equal($"{pointer}: {message}", finding.ToString());
        Assert.Equal(severity, finding.Severity);
        return finding;
    }
}
