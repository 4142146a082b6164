using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class OutcomeRulesTests
{
    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/outcomes/2/metric", "'endpoint' is no metric of a dichotomous outcome; expected events", s => s.Outcome(2, o => o with { Metric = "endpoint" }) },
        { "/outcomes/1/metric", "'events' is no metric of a continuous outcome; expected endpoint or change-from-baseline", s => s.Outcome(1, o => o with { Metric = "events" }) },
        { "/outcomes/0/timeHours", "-24 is negative; a time after the start is zero or more", s => s.Outcome(0, o => o with { TimeHours = -24 }) },
        { "/outcomes/0/timeFromLastDoseHours", "-1 is negative; a time after the last dose is zero or more", s => s.Outcome(0, o => o with { TimeFromLastDoseHours = -1 }) },
        { "/outcomes/0/timeFromLastDoseHours", "25 is more than the 24 hours from the first dose", s => s.Outcome(0, o => o with { TimeFromLastDoseHours = 25 }) },
        { "/outcomes/0/period", "'first' belongs to a crossover; the design is randomized-parallel", s => s.Outcome(0, o => o with { Period = "first" }) },
        { "/outcomes/0/withinPersonCorrelation", "'0.5' belongs to a crossover; the design is randomized-parallel", s => s.Outcome(0, o => o with { WithinPersonCorrelation = 0.5m }) },
        { "/outcomes/0/results/2/arm", "'esk' stands at /outcomes/0/results/0/arm already; expected it once", s => s.Outcome(0, o => o with { Results = [.. o.Results, o.Results[0]] }) },
        { "/outcomes/0/results/0/arm", "'esketamine' is no arm of this study", s => s.Result(0, 0, r => r with { Arm = "esketamine" }) },
        { "/outcomes/0/results/1/arm", "'placebos' is no arm of this study; did you mean placebo?", s => s.Result(0, 1, r => r with { Arm = "placebos" }) },
        { "/outcomes/0/results/0/n", "-1 is negative; a number of people is zero or more", s => s.Result(0, 0, r => r with { N = -1 }) },
        { "/outcomes/0/results/0/n", "116 is more than the 115 randomized to the arm", s => s.Result(0, 0, r => r with { N = 116 }) },
        { "/outcomes/2/results/0/events", "-1 is negative; a number of people with the event is zero or more", s => s.Result(2, 0, r => r with { Events = -1 }) },
        { "/outcomes/2/results/0/events", "115 is more than the 114 people analysed", s => s.Result(2, 0, r => r with { Events = 115 }) },
        { "/outcomes/0/results/0/mean", "-60.1 is outside -60 to 60, where every difference of two scores of MADRS lies", s => s.Result(0, 0, r => r with { Mean = -60.1m }).Result(0, 1, r => r with { Mean = -57 }) },
        { "/outcomes/0/results/0/mean", "-15.7 is outside 0 to 60, where every score of MADRS lies", s => s.Outcome(0, o => o with { Metric = "endpoint", Results = [o.Results[0]] }) },
        { "/outcomes/0/results/0/sd", "-2.1 is negative; a standard deviation is above zero", s => s.Result(0, 0, r => r with { Sd = -2.1m }) },
        { "/outcomes/0/results/0/sd", "0 is zero; a standard deviation is above zero", s => s.Result(0, 0, r => r with { Sd = 0 }) },
        { "/outcomes/0/results/0/se", "-2.1 is negative; a standard error is above zero", s => s.Result(0, 0, r => r with { Se = -2.1m }) },
        { "/outcomes/0/results/0/mean", "-15.7 is below its interval, which begins at -15", s => s.Result(0, 0, r => r with { CiLow = -15, CiHigh = -14, CiLevel = 95 }) },
        { "/outcomes/0/results/0/ciLow", "-14 is above ciHigh, -17; expected the lower limit", s => s.Result(0, 0, r => r with { CiLow = -14, CiHigh = -17, CiLevel = 95 }) },
        { "/outcomes/2/results/0/sd", "1 is no figure of a dichotomous outcome; expected n and events", s => s.Result(2, 0, r => r with { Sd = 1 }) },
        { "/outcomes/2/results/0/mean", "0.4 is no figure of a dichotomous outcome; expected n and events", s => s.Result(2, 0, r => r with { Mean = 0.4m }) },
        { "/outcomes/0/results/0/events", "3 is no figure of a continuous outcome; expected n, mean and a spread", s => s.Result(0, 0, r => r with { Events = 3 }) },
        { "/outcomes/0/source/key", "'abstracts' is no key of this study's sources; did you mean abstract?", s => s.Outcome(0, o => o with { Source = o.Source with { Key = "abstracts" } }) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);

    [Fact]
    public void A_correlation_lies_between_minus_one_and_one() => RuleAssert.HasIssue(
        RealRecords.Crossover.Outcome(0, o => o with { WithinPersonCorrelation = 1.1m }),
        "/outcomes/0/withinPersonCorrelation",
        "1.1 is outside -1 to 1, where a correlation lies");

    [Fact]
    public void An_instrument_without_a_range_takes_any_mean() => Assert.Empty(StudyRules.Check(
        RealRecords.Parallel.Outcome(0, o => o with { Instrument = "other", Results = [o.Results[0] with { Mean = -400 }] })));

    [Fact]
    public void An_arm_of_a_crossover_may_have_figures_of_everybody()
    {
        var study = RealRecords.Crossover.Arm(0, arm => arm with { Randomized = 7 })
            .Outcome(0, o => o with { Results = [new ArmResult { Arm = "ketamine", N = 15 }] });
        Assert.Empty(StudyRules.Check(study));
    }
}
