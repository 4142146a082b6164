using System.Text.RegularExpressions;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that publications carry identifiers in the one form that the catalogue looks them up by.</summary>
internal static partial class ReportRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. study.Reports.Index().SelectMany(item => Check(item.Item, $"/reports/{item.Index}")),
        .. Rule.NoRepeats(study.Reports, report => report.Doi, i => $"/reports/{i}/doi"),
        .. Rule.NoRepeats(study.Reports, report => report.Pmid, i => $"/reports/{i}/pmid"),
        .. Rule.NoRepeats(study.Reports, report => report.Pmcid, i => $"/reports/{i}/pmcid"),
    ];

    private static IEnumerable<ValidationIssue> Check(Report report, string at) => Rule.Issues(
        Rule.Within($"{at}/year", report.Year, 1950, 2100, "a year of publication"),
        CheckForm($"{at}/doi", report.Doi, DoiForm(), "DOI", "lower case without a prefix, as 10.1001/archpsyc.63.8.856"),
        CheckForm($"{at}/pmid", report.Pmid, PmidForm(), "PubMed identifier", "up to eight digits, as 16894061"),
        CheckForm($"{at}/pmcid", report.Pmcid, PmcidForm(), "PubMed Central identifier", "PMC and digits, as PMC3157302"),
        CheckStatusDate(report, at));

    private static ValidationIssue? CheckForm(string at, string? id, Regex form, string what, string expected) => id is null || form.IsMatch(id)
        ? null
        : ValidationIssue.Error(at, $"'{ValidationIssue.Quote(id)}' is no {what}; expected {expected}");

    private static ValidationIssue? CheckStatusDate(Report report, string at) => (report.RetractionStatus, report.StatusCheckedOn) switch
    {
        (not null, null) => ValidationIssue.Error($"{at}/retractionStatus", "The status has no statusCheckedOn; a status holds for the day it was looked up"),
        (null, not null) => ValidationIssue.Error($"{at}/statusCheckedOn", "The day has no retractionStatus; expected what was found on it"),
        (null, null) or (not null, not null) => null,
    };

    [GeneratedRegex(@"^10\.\d{4,9}(\.\d+)*/[^\s\p{Lu}]{1,200}\z")]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"^[1-9][0-9]{0,7}\z")]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"^PMC[1-9][0-9]{0,8}\z")]
    private static partial Regex PmcidForm();
}
