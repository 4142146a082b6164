namespace Evidence.Catalogue.Tests.Rules;

public class ReportAndTextRulesTests
{
    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/reports/0/year", "1949 is outside 1950 to 2100, where a year of publication lies", s => s.Report(0, r => r with { Year = 1949 }) },
        { "/reports/0/year", "20211 is outside 1950 to 2100, where a year of publication lies", s => s.Report(0, r => r with { Year = 20211 }) },
        { "/reports/0/retractionStatus", "The status has no statusCheckedOn; a status holds for the day it was looked up", s => s.Report(0, r => r with { RetractionStatus = "none" }) },
        { "/reports/0/statusCheckedOn", "The day has no retractionStatus; expected what was found on it", s => s.Report(0, r => r with { StatusCheckedOn = new DateOnly(2026, 11, 23) }) },
        { "/sources/1/url", "'PMC7816667' is no web address; expected one that begins with https:// or http://", s => s.Source(1, x => x with { Url = "PMC7816667" }) },
        { "/sources/1/url", "'//pmc.ncbi.nlm.nih.gov' is no web address; expected one that begins with https:// or http://", s => s.Source(1, x => x with { Url = "//pmc.ncbi.nlm.nih.gov" }) },
        { "/sources/0/readAt", "'javascript:alert(1)' is no web address; expected one that begins with https:// or http://", s => s.Source(0, x => x with { ReadAt = "javascript:alert(1)" }) },
        { "/summary", "The text is empty; what no source said is left out", s => s with { Summary = "" } },
        { "/acronym", "The text is empty; what no source said is left out", s => s with { Acronym = " \t" } },
        { "/reports/0/authors/1", "The text is empty; what no source said is left out", s => s.Report(0, r => r with { Authors = ["Ionescu DF", ""] }) },
        { "/outcomes/0/source/locator", "The text begins or ends with white space; expected it without", s => s.Outcome(0, o => o with { Source = o.Source with { Locator = "Table 2 " } }) },
        { "/title", "The text has the control character U+000A; expected one line of plain text", s => s with { Title = "Esketamine\nnasal spray" } },
        { "/title", "The text has the control character U+0000; expected one line of plain text", s => s with { Title = "Esketamine\0nasal spray" } },
        { "/title", "The text has the control character U+2028; expected one line of plain text", s => s with { Title = "Esketamine\u2028nasal spray" } },
        { "/title", "The text has the control character U+202E; expected one line of plain text", s => s with { Title = "Esketamine\u202Enasal spray" } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);
}
