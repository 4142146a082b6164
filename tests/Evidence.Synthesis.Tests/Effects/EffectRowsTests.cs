using Evidence.Catalogue;
using Evidence.Synthesis.Effects;
using static Evidence.Synthesis.Tests.Effects.HandMade;

namespace Evidence.Synthesis.Tests.Effects;

/// <summary>Which rows a study has, and what they say beside the effect.</summary>
[Trait("Lane", "fast")]
public sealed class EffectRowsTests
{
    private static readonly Arm[] TwoDoses = [Experimental("low"), Experimental("high"), Control("pla")];

    [Fact]
    public void Each_experimental_arm_is_paired_with_each_comparator_in_the_order_of_the_record()
    {
        Arm[] arms = [Control("pla"), Experimental("low"), Control("mid", "active-comparator"), Experimental("high"), Control("none", "no-treatment")];
        var outcome = Scores([.. arms.Select(arm => Mean(arm.Id, 20, -8, 6))]);

        Assert.Equal(
            ["low-pla", "low-mid", "low-none", "high-pla", "high-mid", "high-none"],
            Rows("md", arms, outcome).Select(row => $"{row.Arm}-{row.Versus}"));
        Assert.Equal(["placebo", "active-comparator", "no-treatment"], Rows("md", arms, outcome)[..3].Select(row => row.ComparatorRole));
    }

    [Fact]
    public void Two_experimental_arms_and_two_controls_are_paired_only_where_the_source_compares_them()
    {
        Arm[] arms = [.. TwoDoses, Control("mid", "active-comparator")];
        var outcome = Scores([.. arms.Select(arm => Mean(arm.Id, 20, -8, 6))]);

        Assert.Equal(4, Rows("md", arms, outcome).Length);
        Assert.Equal(
            ["low-pla", "low-mid", "high-pla", "high-mid", "high-low", "mid-pla"],
            Rows("md", arms, outcome
                .WithContrast(Contrast("md", -1, "high", "low"))
                .WithContrast(Contrast("md", -1, "high", "pla"))
                .WithContrast(Contrast("md", -1, "mid", "pla"))
                .WithContrast(Contrast("smd", -1, "mid", "pla"))).Select(row => $"{row.Arm}-{row.Versus}"));
    }

    [Fact]
    public void An_arm_without_figures_and_contrast_makes_no_pair() =>
        Assert.Equal(["high"], Rows("md", TwoDoses, Scores(Mean("high", 20, -8, 6), Mean("pla", 20, -4, 6))).Select(row => row.Arm));

    [Fact]
    public void A_comparator_counts_the_pairs_that_share_it()
    {
        Arm[] arms = [.. TwoDoses, Control("mid", "active-comparator")];
        var outcome = Scores(Mean("low", 20, -7, 6), Mean("high", 20, -8, 6), Mean("pla", 20, -4, 6))
            .WithContrast(Contrast("md", -1, "high", "mid"));

        Assert.Equal([2, 2, 1], Rows("md", arms, outcome).Select(row => row.PairsOfComparator));
    }

    [Fact]
    public void Means_have_the_measures_of_means_and_events_those_of_events()
    {
        Arm[] arms = [Experimental("ket"), Control("pla")];

        Assert.Equal(["md", "smd", "smdh", "rom"], All(arms, Scores(Mean("ket", 20, 8, 6), Mean("pla", 20, 4, 6))).Select(row => row.Measure));
        Assert.Equal(["or", "rr", "rd", "peto"], All(arms, Responses(Count("ket", 8, 20), Count("pla", 4, 20))).Select(row => row.Measure));
    }

    [Fact]
    public void A_hazard_ratio_is_there_only_where_a_source_reports_one()
    {
        Arm[] arms = [Experimental("ket"), Control("pla")];
        var outcome = Responses(Count("ket", 8, 20), Count("pla", 4, 20));

        Assert.DoesNotContain(All(arms, outcome), row => row.Measure == "hr");
        var row = All(arms, outcome.WithContrast(Contrast("hr", 2).Between(1, 4))).Single(row => row.Measure == "hr");
        Assert.Equal("contrast", row.Basis);
        Assert.Equal(Math.Log(2), row.Yi!.Value, 1e-12);
        var empty = All(arms, outcome.WithContrast(Contrast("hr", 2))).Single(row => row.Measure == "hr");
        Assert.Null(empty.Yi);
        Assert.StartsWith("A hazard ratio cannot be computed from counts. ", empty.NotComputed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lower-is-better", "negative")]
    [InlineData("higher-is-better", "positive")]
    public void The_sign_of_benefit_is_by_the_direction_of_the_outcome(string direction, string benefit)
    {
        Arm[] arms = [Experimental("ket"), Control("pla")];

        Assert.All(All(arms, Scores(Mean("ket", 20, 8, 6), Mean("pla", 20, 4, 6)) with { Direction = direction }), row => Assert.Equal(benefit, row.Benefit));
        Assert.All(All(arms, Responses(Count("ket", 8, 20), Count("pla", 4, 20)) with { Direction = direction }), row => Assert.Equal(benefit, row.Benefit));
    }

    [Fact]
    public void The_contrast_of_the_row_s_own_measure_is_shown_else_one_with_an_estimate_else_any()
    {
        Arm[] arms = [Experimental("ket"), Control("pla")];
        var outcome = Responses()
            .WithContrast(Contrast("rd", null) with { P = 0.03m })
            .WithContrast(Contrast("or", 3))
            .WithContrast(Contrast("rr", 2))
            .WithContrast(Contrast("rr", 2.1m).Between(1, 4));

        string[] Shown(Outcome from, params string[] measures) =>
            [.. All(arms, from).Where(row => measures.Contains(row.Measure)).Select(row => $"{row.ReportedMeasure} {row.ReportedEstimate} {row.ReportedP}".Trim())];
        Assert.Equal(["or 3", "rr 2.1", "or 3"], Shown(outcome, "or", "rr", "rd"));
        Assert.Equal(["rd  0.03"], Shown(outcome with { Contrasts = [outcome.Contrasts[0]] }, "rr"));
        Assert.Equal([""], Shown(Responses(Count("ket", 8, 20), Count("pla", 4, 20)), "rr"));
    }

    [Fact]
    public void Figures_stand_under_metafor_s_names_and_a_worked_out_spread_only_beside_its_formula()
    {
        Arm[] arms = [Experimental("ket"), Control("pla")];
        var whole = Scores(Mean("ket", 16, -9) with { Se = 2 }, Mean("pla", 25, -4, 6));
        var row = Rows("md", arms, whole)[0];
        Assert.Equal((16, -9m, 8m, 25, -4m, 6m), (row.N1i, row.M1i, row.Sd1i, row.N2i, row.M2i, row.Sd2i));
        Assert.Equal(("arms-converted", "sd = SE √n"), (row.Basis, row.Formula));

        // The second arm has no spread: the effect is the source's contrast, and its formula says nothing of the first arm's.
        var half = Scores(Mean("ket", 16, -9) with { Se = 2 }, Mean("pla", 25, -4)).WithContrast(Contrast("md", -5).Between(-9, -1));
        row = Rows("md", arms, half)[0];
        Assert.Equal(("contrast", null, null), (row.Basis, row.Sd1i, row.Sd2i));

        // The interval of a median is no standard error.
        var medians = Scores(Mean("ket", 16, -9) with { CiLow = -11, CiHigh = -7, CiLevel = 95, ParamType = "median" }, Mean("pla", 25, -4, 6));
        row = Rows("md", arms, medians)[0];
        Assert.Equal((null, null, 6m), (row.Basis, row.Sd1i, row.Sd2i));

        row = Rows("rr", arms, Responses(Count("ket", 8, 20), Count("pla", 4, 19)))[0];
        Assert.Equal((8, 12, 4, 15), (row.Ai, row.Bi, row.Ci, row.Di));
    }

    [Fact]
    public void A_row_says_where_its_figures_stand_and_whose_people_it_shares()
    {
        var study = Study([Experimental("ket"), Control("pla")], Scores(Mean("ket", 16, -9, 8), Mean("pla", 25, -4, 6)) with
        {
            Source = new SourceReference { Key = "paper", Locator = "Table 3", Derivation = "read off a figure" },
        }) with
        {
            SharesParticipantsWith = [new SharedParticipants { Study = "other-2019", Certainty = "probable" }],
        };

        Assert.All(EffectRows.Create(study), row =>
        {
            Assert.Equal(("paper", "Hand 2020", "https://example.org/hand", "Table 3", "read off a figure"), (row.SourceKind, row.SourceCitation, row.SourceUrl, row.SourceLocator, row.Derivation));
            Assert.Equal(["other-2019"], row.SharesParticipantsWith);
        });
    }

    private static EffectRow[] All(IReadOnlyList<Arm> arms, Outcome outcome) => [.. EffectRows.Create(Study(arms, outcome))];

    private static EffectRow[] Rows(string measure, IReadOnlyList<Arm> arms, Outcome outcome) => [.. All(arms, outcome).Where(row => row.Measure == measure)];
}
