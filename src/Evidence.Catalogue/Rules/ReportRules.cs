using System.Text.RegularExpressions;

namespace Evidence.Catalogue.Rules;

/// <summary>Publications carry identifiers in the one form that the catalogue looks them up by.</summary>
internal static partial class ReportRules
{
    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. study.Reports.Index().SelectMany(item => Check(item.Item, $"/reports/{item.Index}")),
        .. Rule.NoRepeats(study.Reports, report => report.Doi, i => $"/reports/{i}/doi"),
        .. Rule.NoRepeats(study.Reports, report => report.Pmid, i => $"/reports/{i}/pmid"),
        .. Rule.NoRepeats(study.Reports, report => report.Pmcid, i => $"/reports/{i}/pmcid"),
    ];

    private static IEnumerable<Finding> Check(Report report, string at) => Rule.Findings(
        Rule.Within($"{at}/year", report.Year, 1950, 2100, "a year of publication"),
        Form($"{at}/doi", report.Doi, DoiForm(), "DOI", "lower case without a prefix, as 10.1001/archpsyc.63.8.856"),
        Form($"{at}/pmid", report.Pmid, PmidForm(), "PubMed identifier", "up to eight digits, as 16894061"),
        Form($"{at}/pmcid", report.Pmcid, PmcidForm(), "PubMed Central identifier", "PMC and digits, as PMC3157302"),
        StatusDate(report, at));

    private static Finding? Form(string at, string? id, Regex form, string what, string expected) => id is null || form.IsMatch(id)
        ? null
        : Finding.Error(at, $"'{Finding.Shown(id)}' is no {what}; expected {expected}");

    private static Finding? StatusDate(Report report, string at) => (report.RetractionStatus, report.StatusCheckedOn) switch
    {
        (not null, null) => Finding.Error($"{at}/retractionStatus", "The status has no statusCheckedOn; a status holds for the day it was looked up"),
        (null, not null) => Finding.Error($"{at}/statusCheckedOn", "The day has no retractionStatus; expected what was found on it"),
        _ => null,
    };

    [GeneratedRegex(@"^10\.\d{4,9}(\.\d+)*/[^\s\p{Lu}]{1,200}\z")]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"^[1-9][0-9]{0,7}\z")]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"^PMC[1-9][0-9]{0,8}\z")]
    private static partial Regex PmcidForm();
}
