using Evidence.Catalogue.Tests;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;
using static Evidence.Synthesis.Tests.Choice.Chosen;
using static Evidence.Synthesis.Tests.Choice.SampleRows;

namespace Evidence.Synthesis.Tests.Choice;

/// <summary>How several arms of a study become one effect, or several that count nobody twice.</summary>
[Trait("Lane", "fast")]
public sealed class ArmMergingTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Three_doses_are_combined_as_the_Handbook_says()
    {
        var effect = Assert.Single(ThreeDoses.Gives(Rules, ["a madrs-24h: low+mid+high - pla"], ["a madrs-24h: merged arms-combined"]).Effects);

        // By hand, two at a time, as table 6.5.a has it.
        var (people, mean, variance) = Together(Together((10, -8, 36), (20, -10, 49)), (30, -13, 64));
        Assert.Equal((60.0, -670.0 / 60), (people, mean));
        Assert.Equal(3339.0 + (1.0 / 3), variance * 59, 1e-9);
        Assert.Equal((60.0, mean), (effect.Means!.Value.First.People, effect.Means.Value.First.Mean));
        Assert.Equal(variance, Math.Pow(effect.Means.Value.First.StandardDeviation, 2), Tolerance);
        Assert.Equal(mean + 6, effect.Value.Estimate, Tolerance);
        Assert.Equal((variance / 60) + (81.0 / 30), effect.Value.Variance, Tolerance);
        Assert.Contains("6.5.2.10", effect.Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_three_doses_are_added_up()
    {
        var effect = Assert.Single(Responses((0, 10), (14, 20), (16, 30))
            .Gives(Rules with { Measure = EffectMeasure.Rr }, ["a response-24h: low+mid+high - pla"], ["a response-24h: merged arms-combined"]).Effects);

        Assert.Equal(Math.Log((30 / 60.0) / (6 / 30.0)), effect.Value.Estimate, Tolerance);
        Assert.Equal((1 / 30.0) - (1 / 60.0) + (1 / 6.0) - (1 / 30.0), effect.Value.Variance, Tolerance);
        // One arm alone has a zero cell; together they have none, so that nothing was added.
        Assert.Equal("arms combined (Cochrane Handbook 6.5.2.10)", effect.Formula);
    }

    [Fact]
    public void An_arm_without_events_is_added_up_too_though_alone_it_has_no_ratio()
    {
        EffectRow[] rows =
        [
            Response("a").Between("low", "pla").WithEvents((0, 10), (0, 30)),
            Response("a").Between("high", "pla").WithEvents((4, 20), (0, 30)),
        ];
        Assert.Null(rows[0].Yi);

        var effect = Assert.Single(rows.Gives(Rules with { Measure = EffectMeasure.Or }, ["a response-24h: low+high - pla"], ["a response-24h: merged arms-combined"]).Effects);
        Assert.Equal((4.0, 26.0, 0.0, 30.0), (effect.Table!.FirstEvents, effect.Table.FirstOthers, effect.Table.SecondEvents, effect.Table.SecondOthers));
        Assert.NotNull(effect.Lead.Basis);
        Assert.StartsWith("1/2 added to each cell", effect.Formula, StringComparison.Ordinal);
        rows.Gives(Rules with { Measure = EffectMeasure.Or, MultiArm = MultiArm.Split }, ["a response-24h: high - pla"], ["a response-24h low: left-out no-effect"]);
    }

    [Fact]
    public void Two_outcomes_of_arms_with_nobody_in_common_are_combined()
    {
        // Singh 2016 tells its twice-weekly and its thrice-weekly arms, each with a placebo of its own, in two outcomes.
        var singh = EffectRows.Create(RealRecords.Studies.Single(study => study.Id == "singh-2016"))
            .Where(row => row is { Domain: "depression-severity", Measure: "md" }).ToList();
        const string Twice = "madrs-day15-twice-weekly";
        const string Thrice = "madrs-day15-thrice-weekly";

        var effect = Assert.Single(singh.Gives(
            Rules,
            [$"singh-2016 {Twice}+{Thrice}: ketamine-2x+ketamine-3x - placebo-2x+placebo-3x"],
            [$"singh-2016 {Twice}: merged outcomes-combined", $"singh-2016 {Twice}: merged arms-combined"]).Effects);
        Assert.Equal((35.0, 32.0), (effect.FirstPeople, effect.SecondPeople));
        Assert.Equal((((18 * -18.4) + (17 * -17.7)) / 35) - (((16 * -5.7) + (16 * -3.1)) / 32), effect.Value.Estimate, Tolerance);

        var apart = singh.Gives(
            Rules with { MultiArm = MultiArm.Split }, [$"singh-2016 {Twice}: ketamine-2x - placebo-2x", $"singh-2016 {Thrice}: ketamine-3x - placebo-3x"], []);
        Assert.Equal(singh.Select(row => (row.Yi, row.Vi)), apart.Effects.Select(each => ((double?)each.Value.Estimate, (double?)each.Value.Variance)));
    }

    [Fact]
    public void Split_arms_share_the_people_of_their_control()
    {
        var choice = ThreeDoses.Gives(
            Rules with { MultiArm = MultiArm.Split },
            ["a madrs-24h: low - pla", "a madrs-24h: mid - pla", "a madrs-24h: high - pla"],
            ["a madrs-24h low: changed arm-divided", "a madrs-24h mid: changed arm-divided", "a madrs-24h high: changed arm-divided"]);

        Assert.All(choice.Effects, effect => Assert.Equal(10, effect.SecondPeople));
        Assert.Equal([-2, -4, -7], choice.Effects.Select(effect => effect.Value.Estimate));
        Assert.Equal((36 / 10.0) + (81 / 10.0), choice.Effects[0].Value.Variance, Tolerance);

        var counts = EvidenceOf(Responses((5, 10), (9, 20), (16, 30)));
        Assert.Equal((2.0, 8.0), (counts[0].Table!.SecondEvents, counts[0].Table!.SecondOthers));
    }

    [Fact]
    public void An_arm_of_which_only_a_contrast_is_reported_is_not_combined()
    {
        EffectRow[] rows = [Score("a").Between("low", "pla").OfContrast(), Score("a").Between("mid", "pla"), Score("a").Between("high", "pla")];

        rows.Gives(Rules, ["a madrs-24h: mid+high - pla"], ["a madrs-24h low: left-out not-combinable", "a madrs-24h: merged arms-combined"]);
        rows[..2].Gives(Rules, ["a madrs-24h: mid - pla"], ["a madrs-24h low: left-out not-combinable"]);
    }

    [Fact]
    public void Of_contrasts_alone_the_first_stands_for_the_study() =>
        new[] { Score("a").Between("low", "pla").OfContrast(), Score("a").Between("high", "pla").OfContrast("contrast-p") }
            .Gives(Rules, ["a madrs-24h: low - pla"], ["a madrs-24h high: left-out not-combinable"]);

    [Theory]
    [InlineData("combine", "a madrs-24h: low+mid - high", "a madrs-24h: merged arms-combined")]
    [InlineData("split", "a madrs-24h: low - high|a madrs-24h: mid - high", "a madrs-24h low: changed arm-divided|a madrs-24h mid: changed arm-divided")]
    public void No_arm_stands_on_both_sides(string multiArm, string effects, string decisions) =>
        new[] { Score("a").Between("low", "high"), Score("a").Between("mid", "high"), Score("a").Between("low", "mid") }
            .Select(row => row with { ComparatorRole = "experimental" })
            .Gives(Rules with { MultiArm = TermConverter.Parse<MultiArm>(multiArm) }, effects.Split('|'), [.. decisions.Split('|'), "a madrs-24h low: left-out not-combinable"]);

    [Theory]
    [InlineData("arms")]
    [InlineData("arms-paired")]
    public void Arms_of_a_crossover_are_the_same_people_and_not_combined(string basis)
    {
        var rows = new[] { Score("a").Between("low", "pla"), Score("a").Between("high", "pla") }
            .Select(row => row with { Design = "randomized-crossover", Period = "both", Basis = basis }).ToList();

        rows.Gives(Rules, ["a madrs-24h: low - pla"], ["a madrs-24h high: left-out not-combinable"]);
        rows.Select(row => row with { Period = "first", Basis = "arms" })
            .Gives(Rules, ["a madrs-24h: low+high - pla"], ["a madrs-24h: merged arms-combined"]);
    }

    private static EffectRow[] ThreeDoses =>
    [
        Score("a").Between("low", "pla").WithMeans((10, -8, 6), (30, -6, 9)),
        Score("a").Between("mid", "pla").WithMeans((20, -10, 7), (30, -6, 9)),
        Score("a").Between("high", "pla").WithMeans((30, -13, 8), (30, -6, 9)),
    ];

    private static EffectRow[] Responses(params (int Events, int People)[] doses) =>
        [.. doses.Zip(["low", "mid", "high"], (dose, arm) => Response("a").Between(arm, "pla").WithEvents(dose, (6, 30)))];

    private static IReadOnlyList<ChosenEffect> EvidenceOf(EffectRow[] rows) =>
        EffectChoice.Choose(rows, Rules with { Measure = EffectMeasure.Rr, MultiArm = MultiArm.Split }).Effects;

    /// <summary>Cochrane Handbook, table 6.5.a, of two arms.</summary>
    private static (double N, double Mean, double Variance) Together((double N, double Mean, double Variance) one, (double N, double Mean, double Variance) other)
    {
        var people = one.N + other.N;
        var between = one.N * other.N / people * ((one.Mean * one.Mean) + (other.Mean * other.Mean) - (2 * one.Mean * other.Mean));
        return (people, ((one.N * one.Mean) + (other.N * other.Mean)) / people, (((one.N - 1) * one.Variance) + ((other.N - 1) * other.Variance) + between) / (people - 1));
    }
}
