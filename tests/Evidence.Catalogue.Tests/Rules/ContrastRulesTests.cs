using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class ContrastRulesTests
{
    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/outcomes/0/contrasts/0/arm", "'eks' is no arm of this study; did you mean esk?", s => s.Contrast(0, c => c with { Arm = "eks" }) },
        { "/outcomes/0/contrasts/0/versus", "'saline' is no arm of this study", s => s.Contrast(0, c => c with { Versus = "saline" }) },
        { "/outcomes/0/contrasts/0/versus", "'esk' is compared with itself; expected another arm", s => s.Contrast(0, c => c with { Versus = "esk" }) },
        {
            "/outcomes/0/contrasts/0/arm",
            "'placebo' is the control of 'esk'; expected the experimental arm first, and the figures turned round",
            s => s.Contrast(0, c => c with { Arm = "placebo", Versus = "esk" })
        },
        { "/outcomes/0/contrasts/0/measure", "'or' compares events; expected md or smd of a continuous outcome", s => s.Contrast(0, c => Plain(c, "or", 2)) },
        { "/outcomes/2/contrasts/0/measure", "'md' compares means; expected or, rr, rd or hr of a dichotomous outcome", s => Events(s, "md", 2) },
        { "/outcomes/2/contrasts/0/estimate", "0 is zero; a ratio is above zero", s => Events(s, "or", 0) },
        { "/outcomes/2/contrasts/0/estimate", "-0.8 is negative; a ratio is above zero", s => Events(s, "rr", -0.8m) },
        { "/outcomes/2/contrasts/0/estimate", "-0.8 is negative; a ratio is above zero", s => Events(s, "hr", -0.8m) },
        // Percentage points are no shares: 17.3 is a slip for 0.173.
        { "/outcomes/2/contrasts/0/estimate", "17.3 is outside -1 to 1, where a risk difference, as a share and not in percent, lies", s => Events(s, "rd", 17.3m) },
        { "/outcomes/0/contrasts/0/estimate", "-61 is outside -60 to 60, where every difference of two scores of MADRS lies", s => s.Contrast(0, c => Plain(c, "md", -61)) },
        { "/outcomes/1/contrasts/0/estimate", "-6.5 is below its interval, which begins at -6.38", s => s.Contrast(1, c => c with { Estimate = -6.5m }) },
        { "/outcomes/1/contrasts/0/estimate", "1.9 is above its interval, which ends at -1.94", s => s.Contrast(1, c => c with { Estimate = 1.9m }) },
        { "/outcomes/1/contrasts/0/ciLow", "6.38 is above ciHigh, -1.94; expected the lower limit", s => s.Contrast(1, c => c with { CiLow = 6.38m }) },
        { "/outcomes/1/contrasts/0/ciLevel", "0.95 is no level in percent; expected more than 1 and less than 100, as 95", s => s.Contrast(1, c => c with { CiLevel = 0.95m }) },
        { "/outcomes/1/contrasts/0/ciLevel", "100 is no level in percent; expected more than 1 and less than 100, as 95", s => s.Contrast(1, c => c with { CiLevel = 100 }) },
        { "/outcomes/1/contrasts/0/p", "1.01 is outside 0 to 1, where a p value lies", s => s.Contrast(1, c => c with { P = 1.01m }) },
        { "/onset/0/arm", "'ketamine' is no arm of this study", s => s.FirstOnset(o => o with { Arm = "ketamine" }) },
        { "/onset/0/versus", "'saline' is no arm of this study", s => s.FirstOnset(o => o with { Versus = "saline" }) },
        { "/onset/0/versus", "'esk' is compared with itself; expected another arm", s => s.FirstOnset(o => o with { Versus = "esk" }) },
        { "/onset/0/hours", "-4 is negative; a time after the first dose is zero or more", s => s.FirstOnset(o => o with { Hours = -4 }) },
        { "/onset/0/source/key", "'poster' is no key of this study's sources", s => s.FirstOnset(o => o with { Source = o.Source with { Key = "poster" } }) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);

    [Fact]
    public void An_interval_without_its_level_is_a_question_to_the_source() => RuleAssert.HasIssue(
        RealRecords.Parallel.Contrast(1, c => c with { CiLevel = null }),
        "/outcomes/1/contrasts/0/ciLevel",
        "The interval has no level; expected ciLevel where the source states it",
        Severity.Warning);

    [Fact]
    public void Means_that_differ_by_what_the_interval_leaves_out_are_a_question_to_the_source()
    {
        var at = RealRecords.Parallel.Outcomes.ToList().FindIndex(outcome => outcome.Id == "madrs-24h");

        RuleAssert.HasIssue(
            RealRecords.Parallel.Contrast(at, c => c with { Estimate = -8, CiLow = -9, CiHigh = -7 }),
            $"/outcomes/{at}/contrasts/0/estimate",
            "The means of the arms differ by -3.3, outside of -9 to -7; expected figures of one analysis",
            Severity.Warning);
    }

    [Fact]
    public void An_interval_may_have_one_limit() => // correia-melo-2020 tests non-inferiority, and prints the lower bound only
        Assert.Empty(StudyRules.Check(RealRecords.Parallel.Contrast(1, c => c with { CiHigh = null })));

    [Fact]
    public void A_limit_may_run_over_the_end_of_the_scale() =>
        Assert.Empty(StudyRules.Check(RealRecords.Parallel.Contrast(1, c => c with { CiLow = -70 })));

    private static ReportedContrast Plain(ReportedContrast contrast, string measure, decimal estimate) =>
        contrast with { Measure = measure, Estimate = estimate, CiLow = null, CiHigh = null, CiLevel = null };

    private static Study Events(Study study, string measure, decimal estimate) => study.Outcome(2, o => o with
    {
        Contrasts = [new ReportedContrast { Arm = "esk", Versus = "placebo", Measure = measure, Estimate = estimate }],
    });
}
