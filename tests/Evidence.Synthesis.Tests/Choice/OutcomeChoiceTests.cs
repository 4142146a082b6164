using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;
using static Evidence.Synthesis.Tests.Choice.Chosen;
using static Evidence.Synthesis.Tests.Choice.SampleRows;

namespace Evidence.Synthesis.Tests.Choice;

/// <summary>Which outcome stands for a study.</summary>
[Trait("Lane", "fast")]
public sealed class OutcomeChoiceTests
{
    [Fact]
    public void The_nearest_time_goes_in() =>
        Rows(Score("a", "madrs-7d").At(168), Score("a", "madrs-24h").At(24), Score("a", "madrs-40min").At(0.67m))
            .Gives(At(48), ["a madrs-24h: ket - pla"], ["a madrs-7d: left-out other-time", "a madrs-40min: left-out other-time"]);

    [Fact]
    public void Of_two_times_as_near_the_earlier_goes_in() =>
        Rows(Score("a", "madrs-72h").At(72), Score("a", "madrs-24h").At(24))
            .Gives(At(48), ["a madrs-24h: ket - pla"], ["a madrs-72h: left-out other-time"]);

    [Fact]
    public void A_time_outside_the_window_is_left_out_and_its_edge_is_inside()
    {
        Rows(Score("a").At(36), Score("b").At(37)).Gives(At(24, 12), ["a madrs-24h: ket - pla"], ["b madrs-24h: left-out outside-window"]);
        Rows(Score("a").At(12), Score("b").At(11)).Gives(At(24, 12), ["a madrs-24h: ket - pla"], ["b madrs-24h: left-out outside-window"]);
    }

    [Fact]
    public void A_time_that_does_not_count_from_the_first_dose_is_left_out_only_where_a_time_is_asked_for()
    {
        var rows = Rows(Score("a") with { TimeAnchor = "randomization" }, Score("b") with { TimeAnchor = "phase-baseline" }, Score("c"));

        rows.Gives(At(24), ["c madrs-24h: ket - pla"], ["a madrs-24h: left-out time-anchor", "b madrs-24h: left-out time-anchor"]);
        rows.Gives(Rules, ["a madrs-24h: ket - pla", "b madrs-24h: ket - pla", "c madrs-24h: ket - pla"], []);
    }

    [Fact]
    public void The_first_instrument_of_the_priority_goes_in() =>
        Rows(Score("a", "madrs"), Score("a", "qids") with { Instrument = "qids-sr" }, Score("a", "hdrs") with { Instrument = "hdrs-17" })
            .Gives(
                At(24) with { Instruments = ["hdrs-17", "qids-sr"] },
                ["a hdrs: ket - pla"],
                ["a madrs: left-out other-instrument", "a qids: left-out other-instrument"]);

    [Fact]
    public void Instruments_that_are_not_named_go_in_the_order_of_the_vocabulary_and_plain_events_last() =>
        Rows(Score("a", "none") with { Instrument = null }, Score("a", "qids") with { Instrument = "qids-sr" }, Score("a", "hdrs") with { Instrument = "hdrs-17" })
            .Gives(
                At(24) with { Instruments = ["bdi"] },
                ["a hdrs: ket - pla"],
                ["a none: left-out other-instrument", "a qids: left-out other-instrument"]);

    [Fact]
    public void The_time_goes_before_the_instrument_where_one_is_asked_for() =>
        Rows(Score("a", "madrs-3d").At(72), Score("a", "hdrs-1d") with { Instrument = "hdrs-17" })
            .Gives(At(24) with { Instruments = ["madrs"] }, ["a hdrs-1d: ket - pla"], ["a madrs-3d: left-out other-time"]);

    [Fact]
    public void The_primary_outcome_goes_in_where_no_time_is_asked_for() =>
        Rows(Score("a", "early") with { OutcomeType = "secondary", TimeHours = 4 }, Score("a", "hdrs") with { Instrument = "hdrs-17" })
            .Gives(Rules, ["a hdrs: ket - pla"], ["a early: left-out other-outcome"]);

    [Fact]
    public void The_earliest_goes_in_where_no_time_is_asked_for_and_several_are_primary() =>
        Rows(Score("a", "late").At(72), Score("a", "early").At(24)).Gives(Rules, ["a early: ket - pla"], ["a late: left-out other-time"]);

    [Theory]
    [InlineData("arms", "arms-converted")]
    [InlineData("arms-paired", "arms-converted")]
    [InlineData("arms-converted", "contrast")]
    [InlineData("contrast", "contrast-converted")]
    [InlineData("contrast-converted", "contrast-p")]
    public void The_firmer_basis_goes_in(string firmer, string weaker) =>
        Rows(Score("a", "weak") with { Basis = weaker }, Score("a", "firm") with { Basis = firmer })
            .Gives(At(24), ["a firm: ket - pla"], ["a weak: left-out other-outcome"]);

    [Fact]
    public void What_is_alike_in_everything_goes_by_its_place_in_the_record() =>
        Rows(Score("a", "endpoint"), Score("a", "change") with { Metric = "change-from-baseline" })
            .Gives(At(24), ["a endpoint: ket - pla"], ["a change: left-out other-outcome"]);

    [Fact]
    public void Figures_of_a_part_of_the_people_are_left_out() =>
        Rows(Score("a", "asian") with { Subgroup = "Asian subgroup" }, Score("a", "all").At(200))
            .Gives(At(24), ["a all: ket - pla"], ["a asian: left-out part-of-people"]);

    [Fact]
    public void An_outcome_without_an_effect_is_left_out_once() =>
        Rows(
            Score("a", "empty").WithoutEffect(),
            Score("a", "empty").Between("ket2", "pla").WithoutEffect(),
            Score("a", "later").At(72),
            Score("b", "only").WithoutEffect())
            .Gives(At(24), ["a later: ket - pla"], ["a empty: left-out no-effect", "b only: left-out no-effect"]);

    [Fact]
    public void An_arm_without_an_effect_is_left_out_by_itself() =>
        Rows(Score("a").Between("low", "pla").WithoutEffect(), Score("a").Between("high", "pla"))
            .Gives(At(24), ["a madrs-24h: high - pla"], ["a madrs-24h low: left-out no-effect"]);

    [Fact]
    public void Two_experimental_arms_are_no_effect_where_the_study_has_a_control() =>
        Rows(Score("a", "doses").Between("high", "low") with { ComparatorRole = "experimental" }, Score("a", "both").Between("high", "pla"), Score("a", "both").Between("high", "low") with { ComparatorRole = "experimental" })
            .Gives(Rules, ["a both: high - pla"], ["a doses: left-out both-experimental", "a both high: left-out both-experimental"]);

    [Fact]
    public void Two_experimental_arms_are_compared_where_the_study_has_no_control() =>
        Rows(Score("a").Between("high", "low") with { ComparatorRole = "experimental" }).Gives(Rules, ["a madrs-24h: high - low"], []);

    [Fact]
    public void A_crossover_goes_in_as_it_is_reported_where_nothing_else_is_asked_for() =>
        Rows(Crossover("a", "both", "both"), Crossover("b", "unknown", "not-reported"), Crossover("c", "silent", null))
            .Gives(Rules, ["a both: ket - pla", "b unknown: ket - pla", "c silent: ket - pla"], []);

    [Fact]
    public void The_first_period_of_a_crossover_goes_before_the_others() =>
        Rows(Crossover("a", "both", "both"), Crossover("a", "first", "first").At(72), Crossover("a", "silent", null))
            .Gives(At(24), ["a first: ket - pla"], ["a both: left-out first-period", "a silent: left-out first-period"]);

    [Fact]
    public void A_first_period_that_cannot_be_pooled_takes_nothing_from_the_study() =>
        Rows(Crossover("a", "both", "both"), Crossover("a", "late", "first").At(500), Crossover("a", "empty", "first").WithoutEffect())
            .Gives(At(24, 12), ["a both: ket - pla"], ["a late: left-out outside-window", "a empty: left-out no-effect"]);

    [Fact]
    public void Only_the_first_period_of_a_crossover_goes_in_where_the_question_wants_it_so() =>
        Rows(Crossover("a", "both", "both"), Crossover("a", "first", "first"), Crossover("b", "silent", null), Score("c"))
            .Gives(
                Rules with { Crossover = CrossoverHandling.FirstPeriod },
                ["a first: ket - pla", "c madrs-24h: ket - pla"],
                ["a both: left-out crossover", "b silent: left-out crossover"]);

    [Fact]
    public void No_crossover_goes_in_where_the_question_wants_none() =>
        Rows(Crossover("a", "first", "first"), Score("c"))
            .Gives(Rules with { Crossover = CrossoverHandling.Exclude }, ["c madrs-24h: ket - pla"], ["a first: left-out crossover"]);

    private static EffectRow[] Rows(params EffectRow[] rows) => rows;

    private static EffectRow Crossover(string study, string outcome, string? period) =>
        Score(study, outcome) with { Design = "randomized-crossover", Period = period };
}
