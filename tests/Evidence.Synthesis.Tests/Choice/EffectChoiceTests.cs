using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;
using static Evidence.Synthesis.Tests.Choice.Chosen;
using static Evidence.Synthesis.Tests.Choice.SampleRows;

namespace Evidence.Synthesis.Tests.Choice;

/// <summary>Which studies go into a pool together, and which way their effects point.</summary>
[Trait("Lane", "fast")]
public sealed class EffectChoiceTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Reviews_animal_studies_withdrawals_and_what_is_not_randomized_are_left_out_as_studies() =>
        new[]
        {
            Score("a") with { Design = "systematic-review" },
            Score("b") with { Design = "preclinical" },
            Score("c") with { Design = "cohort" },
            Score("d") with { Design = "randomized-withdrawal" },
            Score("e") with { Design = "randomized-crossover" },
        }.Gives(
            Rules,
            ["e madrs-24h: ket - pla"],
            ["a: left-out review", "b: left-out animal-study", "c: left-out not-randomized", "d: left-out withdrawal-design"]);

    [Fact]
    public void What_is_not_randomized_goes_in_where_its_design_is_named_but_no_review_and_no_animal_study() =>
        new[]
        {
            Score("a") with { Design = "systematic-review" },
            Score("b") with { Design = "preclinical" },
            Score("c") with { Design = "cohort" },
            Score("d") with { Design = "randomized-withdrawal" },
        }.Gives(
            Rules with { NamesDesigns = true },
            ["c madrs-24h: ket - pla", "d madrs-24h: ket - pla"],
            ["a: left-out review", "b: left-out animal-study"]);

    [Fact]
    public void A_study_whose_primary_report_is_retracted_is_left_out_and_one_with_a_lesser_fault_stays() =>
        new[]
        {
            Score("a") with { PrimaryRetractionStatus = "retracted", RetractionStatus = "retracted" },
            Score("b") with { PrimaryRetractionStatus = "none", RetractionStatus = "retracted" },
            Score("c") with { PrimaryRetractionStatus = "expression-of-concern", RetractionStatus = "expression-of-concern" },
            Score("d") with { PrimaryRetractionStatus = "corrected", RetractionStatus = "corrected" },
        }.Gives(Rules, ["b madrs-24h: ket - pla", "c madrs-24h: ket - pla", "d madrs-24h: ket - pla"], ["a: left-out retracted"]);

    [Fact]
    public void A_retracted_study_goes_in_where_the_question_names_it() =>
        new[] { Score("a") with { PrimaryRetractionStatus = "retracted", RetractionStatus = "retracted" } }
            .Gives(Rules with { Retracted = RetractedHandling.Include }, ["a madrs-24h: ket - pla"], []);

    [Fact]
    public void A_retracted_study_is_left_out_of_a_pool_before_it_could_take_another_with_it_that_shares_its_people() =>
        new[]
        {
            Score("a") with { PrimaryRetractionStatus = "retracted", SharesParticipantsWith = ["b"] },
            Score("b").WithMeans((10, -8, 6), (10, -6, 6)),
        }.Gives(Rules, ["b madrs-24h: ket - pla"], ["a: left-out retracted"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_studies_that_share_people_the_larger_stays_whichever_of_them_says_so(bool isSaidByTheLarger)
    {
        var (small, large) = (Score("a").WithMeans((10, -8, 6), (10, -6, 6)), Score("b"));
        var rows = isSaidByTheLarger
            ? new[] { small, large with { SharesParticipantsWith = ["a"] } }
            : [small with { SharesParticipantsWith = ["b"] }, large];

        rows.Gives(Rules, ["b madrs-24h: ket - pla"], ["a: left-out shared-participants"]);
    }

    [Fact]
    public void A_study_stays_that_shares_people_only_with_one_that_is_left_out() =>
        new[]
        {
            Score("a").WithMeans((50, -8, 6), (50, -6, 6)) with { SharesParticipantsWith = ["b"] },
            Score("b").WithMeans((40, -8, 6), (40, -6, 6)) with { SharesParticipantsWith = ["c"] },
            Score("c").WithMeans((30, -8, 6), (30, -6, 6)),
        }.Gives(Rules, ["a madrs-24h: ket - pla", "c madrs-24h: ket - pla"], ["b: left-out shared-participants"]);

    [Fact]
    public void Of_studies_that_share_people_one_without_an_effect_takes_nothing_from_the_other() =>
        new[] { Score("a").WithMeans((90, -8, 6), (90, -6, 6)).WithoutEffect() with { SharesParticipantsWith = ["b"] }, Score("b") }
            .Gives(Rules, ["b madrs-24h: ket - pla"], ["a madrs-24h: left-out no-effect"]);

    [Fact]
    public void A_difference_that_points_the_other_way_than_most_changes_its_sign()
    {
        var rows = new[] { Score("a").In("smd"), Score("b").In("smd"), Upwards(Score("c")).In("smd") };

        var choice = rows.Gives(
            Rules with { Measure = EffectMeasure.Smd },
            ["a madrs-24h: ket - pla", "b madrs-24h: ket - pla", "c madrs-24h: ket - pla"],
            ["c madrs-24h: changed turned"]);
        Assert.Equal(-rows[2].Yi, choice.Effects[2].Value.Estimate);
        Assert.Equal(rows[2].Vi, choice.Effects[2].Value.Variance);
        Assert.All(choice.Effects, effect => Assert.Equal("negative", effect.Benefit));
    }

    [Fact]
    public void Where_as_many_effects_point_each_way_the_common_sign_of_benefit_is_negative()
    {
        new[] { Upwards(Score("a")), Score("b") }
            .Gives(Rules, ["a madrs-24h: ket - pla", "b madrs-24h: ket - pla"], ["a madrs-24h: changed turned"]);
        new[] { Upwards(Score("a")), Upwards(Score("b")), Score("c") }
            .Gives(Rules, ["a madrs-24h: ket - pla", "b madrs-24h: ket - pla", "c madrs-24h: ket - pla"], ["c madrs-24h: changed turned"]);
    }

    [Fact]
    public void The_sign_of_benefit_that_is_asked_for_goes_before_that_of_most() =>
        new[] { Score("a"), Score("b"), Upwards(Score("c")) }.Gives(
            Rules with { Benefit = "positive" },
            ["a madrs-24h: ket - pla", "b madrs-24h: ket - pla", "c madrs-24h: ket - pla"],
            ["a madrs-24h: changed turned", "b madrs-24h: changed turned"]);

    [Theory]
    [InlineData("or")]
    [InlineData("rd")]
    [InlineData("peto")]
    [InlineData("rr")]
    public void Of_events_that_are_the_opposite_of_most_the_people_without_are_counted(string measure)
    {
        EffectRow[] rows = [Response("a").In(measure), Response("b").In(measure), Response("c").In(measure) with { Benefit = "negative" }];

        var choice = rows.Gives(
            Rules with { Measure = TermConverter.Parse<EffectMeasure>(measure) },
            ["a response-24h: ket - pla", "b response-24h: ket - pla", "c response-24h: ket - pla"],
            ["c response-24h: changed turned"]);
        var turned = choice.Effects[2];
        Assert.Equal((12.0, 18.0, 21.0, 9.0), (turned.Table!.FirstEvents, turned.Table.FirstOthers, turned.Table.SecondEvents, turned.Table.SecondOthers));
        // Only of a risk ratio is the opposite event more than another sign.
        Assert.Equal(measure == "rr" ? Math.Log((12 / 30.0) / (21 / 30.0)) : -rows[2].Yi!.Value, turned.Value.Estimate, Tolerance);
    }

    [Fact]
    public void A_ratio_without_counts_that_points_the_other_way_is_left_out_if_its_complement_is_another_figure()
    {
        EffectRow[] Of(string measure) =>
            [Response("a").In(measure), Response("b").In(measure), Response("c").In(measure).OfContrast() with { Benefit = "negative" }];
        string[] kept = ["a response-24h: ket - pla", "b response-24h: ket - pla"];

        Of("rr").Gives(Rules with { Measure = EffectMeasure.Rr }, kept, ["c response-24h: left-out not-turnable"]);
        var choice = Of("or").Gives(Rules with { Measure = EffectMeasure.Or }, [.. kept, "c response-24h: ket - pla"], ["c response-24h: changed turned"]);
        Assert.Equal(-Response("c").In("or").Yi, choice.Effects[2].Value.Estimate);
    }

    private static EffectRow Upwards(EffectRow row) => row.WithMeans((30, 10, 8), (30, 6, 9)) with { Benefit = "positive" };
}
