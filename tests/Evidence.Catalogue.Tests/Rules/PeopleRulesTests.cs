using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class PeopleRulesTests
{
    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/enrolled", "-1 is negative; a number of people is zero or more", s => (s with { Enrolled = -1 }).Arm(0, a => a with { Randomized = null }).Arm(1, a => a with { Randomized = null }) },
        { "/population/conditions/1", "'mdd' stands at /population/conditions/0 already; expected it once", s => s.People(p => p with { Conditions = ["mdd", "mdd"] }) },
        { "/population/minFailedTrials", "-1 is negative; a number of trials is zero or more", s => s.People(p => p with { MinFailedTrials = -1 }) },
        { "/population/ageMin", "-1 is outside 0 to 120, where an age in years lies", s => s.People(p => p with { AgeMin = -1 }) },
        { "/population/ageMax", "640 is outside 0 to 120, where an age in years lies", s => s.People(p => p with { AgeMax = 640 }) },
        { "/population/ageMin", "65 is more than the 64 years of ageMax", s => s.People(p => p with { AgeMin = 65 }) },
        { "/population/ageMean", "17.9 is outside the ages at entry, 18 to 64", s => s.People(p => p with { AgeMean = 17.9m }) },
        { "/population/percentFemale", "100.1 is outside 0 to 100, where a percentage lies", s => s.People(p => p with { PercentFemale = 100.1m }) },
        { "/population/baseline/0/arm", "'eks' is no arm of this study; did you mean esk?", s => s.Baseline(0, b => b with { Arm = "eks" }) },
        { "/population/baseline/0/mean", "61 is outside 0 to 60, where every score of MADRS lies", s => s.Baseline(0, b => b with { Mean = 61 }) },
        { "/population/baseline/0/mean", "-0.5 is outside 0 to 60, where every score of MADRS lies", s => s.Baseline(0, b => b with { Mean = -0.5m }) },
        { "/population/baseline/0/sd", "0 is zero; a standard deviation is above zero", s => s.Baseline(0, b => b with { Sd = 0 }) },
        { "/population/baseline/0/n", "-1 is negative; a number of people is zero or more", s => s.Baseline(0, b => b with { N = -1 }) },
        { "/population/baseline/2", "'madrs, esk' stands at /population/baseline/0 already; expected it once", s => s.People(p => p with { Baseline = [.. p.Baseline, p.Baseline[0]] }) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);

    [Fact]
    public void More_people_at_baseline_than_randomized_is_a_question_to_the_source() => RuleAssert.HasIssue(
        RealRecords.Parallel.Baseline(0, b => b with { N = 116 }),
        "/population/baseline/0/n",
        "116 is more than the 115 randomized to the arm",
        Severity.Warning);

    [Fact]
    public void Two_other_instruments_may_have_scores_of_one_arm() =>
        Assert.Empty(StudyRules.Check(RealRecords.Parallel.Baseline(0, b => b with { Instrument = "other" })
            .Baseline(1, b => b with { Instrument = "other", Arm = "esk" })));
}
