using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class ArmRulesTests
{
    public static TheoryData<string, string, Change> Broken => new()
    {
        { "/arms/0/dose", "-84 is negative; a dose is above zero", s => s.Arm(0, a => a with { Dose = -84 }) },
        { "/arms/0/dose", "0 is zero; a dose is above zero", s => s.Arm(0, a => a with { Dose = 0 }) },
        { "/arms/0/dose", "84 has no unit; expected doseUnit beside it", s => s.Arm(0, a => a with { DoseUnit = null }) },
        { "/arms/0/doseMax", "56 is below the dose of 84, which is the lowest", s => s.Arm(0, a => a with { DoseMax = 56 }) },
        { "/arms/1/doseMax", "84 is the highest dose of none; expected the lowest in dose", s => s.Arm(1, a => a with { DoseMax = 84 }) },
        { "/arms/0/administrations", "-8 is negative; a number of administrations is zero or more", s => s.Arm(0, a => a with { Administrations = -8 }) },
        { "/arms/0/periodDays", "-25 is negative; a number of days is zero or more", s => s.Arm(0, a => a with { PeriodDays = -25 }) },
        { "/arms/0/durationMinutes", "-40 is negative; a number of minutes is zero or more", s => s.Arm(0, a => a with { DurationMinutes = -40 }) },
        { "/arms/1/randomized", "-1 is negative; a number of people is zero or more", s => s.Arm(1, a => a with { Randomized = -1 }) with { Outcomes = [] } },
        { "/arms/0/randomized", "231 is more than the 230 enrolled in the study", s => s.Arm(0, a => a with { Randomized = 231 }) with { Outcomes = [] } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_gives_one_issue_at_its_place(string pointer, string message, Change change) =>
        RuleAssert.HasIssue(change(RealRecords.Parallel), pointer, message);

    [Fact]
    public void More_people_in_the_arms_than_enrolled_is_a_question_to_the_source() => RuleAssert.HasIssue(
        RealRecords.Parallel.Arm(0, a => a with { Randomized = 116 }),
        "/enrolled",
        "230 is less than the 231 randomized to the arms together",
        Severity.Warning);

    [Fact]
    public void Everybody_in_a_crossover_is_randomized_to_every_arm()
    {
        Assert.Equal([15, 15], RealRecords.Crossover.Arms.Select(arm => arm.Randomized!.Value));
        Assert.Equal(15, RealRecords.Crossover.Enrolled);
        Assert.Empty(StudyRules.Check(RealRecords.Crossover));
    }
}
