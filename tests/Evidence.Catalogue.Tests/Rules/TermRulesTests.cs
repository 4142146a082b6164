namespace Evidence.Catalogue.Tests.Rules;

public class TermRulesTests
{
    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/design", "'randomised-parallel' is no design; did you mean randomized-parallel?", s => s with { Design = "randomised-parallel" } },
        { "/population/failedTrialsScope", "'ever' is no failed trials scope", s => s.People(p => p with { FailedTrialsScope = "ever" }) },
        { "/population/conditions/1", "'mdd ' is no condition; did you mean mdd?", s => s.People(p => p with { Conditions = ["ptsd", "mdd "] }) },
        { "/reports/0/role", "'' is no report role", s => s.Report(0, r => r with { Role = "" }) },
        { "/arms/0/route", "'IV' is no route; did you mean iv?", s => s.Arm(0, a => a with { Route = "IV" }) },
        { "/outcomes/1/instrument", "'MADRS' is no instrument; did you mean madrs?", s => s.Outcome(1, o => o with { Instrument = "MADRS" }) },
        { "/outcomes/0/contrasts/0/measure", "'wmd' is no contrast measure; did you mean md?", s => s.Contrast(0, c => c with { Measure = "wmd" }) },
        { "/mechanisms/0", "'nmda' is no mechanism; did you mean nmda-receptor?", s => s with { Mechanisms = ["nmda"] } },
        { "/onset/0/definition", "'first' is no onset definition; did you mean first-significant-separation?", s => s.FirstOnset(o => o with { Definition = "first" }) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);

    [Fact]
    public void Unknown_design_is_refused_with_the_list_of_terms()
    {
        var issue = RuleAssert.HasIssue(RealRecords.Parallel with { Design = "rct" }, "/design", "'rct' is no design");
        Assert.Equal(Vocabulary.Get("design").Terms.Select(term => term.Name), issue.Allowed);
    }

    [Fact]
    public void A_long_term_is_cut_in_the_message() =>
        RuleAssert.HasIssue(RealRecords.Parallel with { Setting = new string('x', 500) }, "/setting", $"'{new string('x', 59)}…' is no setting");
}
