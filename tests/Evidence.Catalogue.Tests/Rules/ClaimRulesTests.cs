using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class ClaimRulesTests
{
    public static TheoryData<string, string, Func<Claim, Claim>> Broken => new()
    {
        { "/id", "'NMDA' is no identifier; expected lower-case letters and digits, joined by single hyphens, at most 100", c => c with { Id = "NMDA" } },
        { "/topic", "'mechanisms' is no claim topic; did you mean mechanism?", c => c with { Topic = "mechanisms" } },
        { "/statement", "The text is empty; what no source said is left out", c => c with { Statement = "" } },
        { "/evidence/0/direction", "'support' is no evidence direction; did you mean supports?", c => First(c, e => e with { Direction = "support" }) },
        { "/evidence/0", "Neither studyId nor citation is given; expected one of the two", c => First(c, e => e with { StudyId = null }) },
        { "/evidence/0", "Both studyId and citation are given; expected one of the two", c => First(c, e => e with { Citation = "Autry 2011" }) },
        { "/evidence/0/source/url", "'PMC3172695' is no web address; expected one that begins with https:// or http://", c => First(c, e => e with { Source = e.Source with { Url = "PMC3172695" } }) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Func<Claim, Claim> change)
    {
        var issue = Assert.Single(ClaimRules.Check(change(RealRecords.Claim)));
        Assert.Equal($"{pointer}: {message}", issue.ToString());
    }

    private static Claim First(Claim claim, Func<ClaimEvidence, ClaimEvidence> change) => claim with { Evidence = claim.Evidence.At(0, change) };
}
