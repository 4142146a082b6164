using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class IdentifierTests
{
    private const string Slug = "is no identifier; expected lower-case letters and digits, joined by single hyphens, at most 100";

    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/id", $"'Ionescu 2021' {Slug}", s => s with { Id = "Ionescu 2021" } },
        { "/id", $"'ionescu--2021' {Slug}", s => s with { Id = "ionescu--2021" } },
        { "/id", $"'ionescu-2021-' {Slug}", s => s with { Id = "ionescu-2021-" } },
        { "/id", $"'{new string('a', 59)}…' {Slug}", s => s with { Id = new string('a', 101) } },
        { "/arms/2/id", $"'esk_84' {Slug}", s => s with { Arms = [.. s.Arms, s.Arms[0] with { Id = "esk_84", Randomized = null }] } },
        { "/arms/2/id", "'esk' stands at /arms/0/id already; expected it once", s => s with { Arms = [.. s.Arms, s.Arms[0] with { Randomized = null }] } },
        { "/outcomes/1/id", "'madrs-24h' stands at /outcomes/0/id already; expected it once", s => s.Outcome(1, o => o with { Id = "madrs-24h" }) },
        { "/sources/3/key", "'abstract' stands at /sources/0/key already; expected it once", s => s.Source(3, x => x with { Key = "abstract" }) },
        { "/mechanisms/1", "'bdnf' stands at /mechanisms/0 already; expected it once", s => s with { Mechanisms = ["bdnf", "bdnf"] } },
        { "/registrations/0/id", "'NCT3097133' is no number of clinicaltrials.gov; expected the form of NCT00088699", s => s.Registered("clinicaltrials.gov", "NCT3097133") },
        { "/registrations/0/id", "'nct03097133' is no number of clinicaltrials.gov; expected the form of NCT00088699", s => s.Registered("clinicaltrials.gov", "nct03097133") },
        { "/registrations/0/id", "'2013-4005-11' is no number of euctr; expected the form of 2013-004005-11", s => s.Registered("euctr", "2013-4005-11") },
        { "/registrations/0/id", "'14689382' is no number of isrctn; expected the form of ISRCTN14689382", s => s.Registered("isrctn", "14689382") },
        { "/registrations/0/id", "'ACTRN1261800104' is no number of anzctr; expected the form of ACTRN12618001042235", s => s.Registered("anzctr", "ACTRN1261800104") },
        { "/registrations/0/id", "'CHICTR2000041232' is no number of chictr; expected the form of ChiCTR2000041232", s => s.Registered("chictr", "CHICTR2000041232") },
        { "/registrations/0/id", "'CTRI-2019' is no number of ctri; expected the form of CTRI/2019/03/018247", s => s.Registered("ctri", "CTRI-2019") },
        { "/registrations/0/id", "'UMIN16985' is no number of umin; expected the form of UMIN000016985", s => s.Registered("umin", "UMIN16985") },
        { "/registrations/0/id", "'42021290721' is no number of prospero; expected the form of CRD42021290721", s => s.Registered("prospero", "42021290721") },
        { "/registrations/1/id", "'NCT03097133' stands at /registrations/0/id already; expected it once", s => s with { Registrations = [.. s.Registrations, .. s.Registrations] } },
        { "/countries/0", "'UK' is no country code; expected two capitals of ISO 3166-1, such as GB for the United Kingdom", s => s with { Countries = ["UK"] } },
        { "/countries/1", "'us' is no country code; expected two capitals of ISO 3166-1, such as GB for the United Kingdom", s => s with { Countries = ["US", "us"] } },
        { "/countries/1", "'US' stands at /countries/0 already; expected it once", s => s with { Countries = ["US", "US"] } },
        { "/reports/0/doi", "'10.1093/IJNP/pyaa068' is no DOI; expected lower case without a prefix, as 10.1001/archpsyc.63.8.856", s => s.Report(0, r => r with { Doi = "10.1093/IJNP/pyaa068" }) },
        { "/reports/0/doi", "'https://doi.org/10.1093/ijnp/pyaa068' is no DOI; expected lower case without a prefix, as 10.1001/archpsyc.63.8.856", s => s.Report(0, r => r with { Doi = "https://doi.org/10.1093/ijnp/pyaa068" }) },
        { "/reports/0/pmid", "'PMID 1' is no PubMed identifier; expected up to eight digits, as 16894061", s => s.Report(0, r => r with { Pmid = "PMID 1" }) },
        { "/reports/0/pmcid", "'7816667' is no PubMed Central identifier; expected PMC and digits, as PMC3157302", s => s.Report(0, r => r with { Pmcid = "7816667" }) },
    };

    public static TheoryData<string, string> Forms => new()
    {
        { "euctr", "2023-501234-12-00" }, // a number of the EU's later register, CTIS
        { "chictr", "ChiCTR-TRC-13003179" }, // as numbers were made before 2018
        { "prospero", "CRD420251012345" }, // since 2025 two digits more
        { "other", "NTR6161" }, // the Netherlands' register has no term of its own
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_register_may_know_more_than_one_form(string registry, string id) =>
        Assert.Empty(StudyRules.Check(RealRecords.Parallel.Registered(registry, id)));

    [Theory]
    [InlineData("doi")]
    [InlineData("pmid")]
    [InlineData("pmcid")]
    public void One_publication_is_one_report(string member)
    {
        var report = RealRecords.Parallel.Reports[0] with { Doi = null, Pmid = null, Pmcid = null };
        report = member switch
        {
            "doi" => report with { Doi = "10.1000/1" },
            "pmid" => report with { Pmid = "1" },
            _ => report with { Pmcid = "PMC1" },
        };
        var id = report.Doi ?? report.Pmid ?? report.Pmcid;
        RuleAssert.HasIssue(
            RealRecords.Parallel with { Reports = [report, report with { Role = "secondary" }] },
            $"/reports/1/{member}",
            $"'{id}' stands at /reports/0/{member} already; expected it once");
    }
}
