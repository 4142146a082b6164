using Evidence.Catalogue;
using Evidence.Catalogue.Tests;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;
using Evidence.Synthesis.Network;

namespace Evidence.Synthesis.Tests.Network;

/// <summary>Studies of three treatments, which the catalogue has none of yet: its trial of two doses of esketamine, one of them made ketamine.</summary>
public sealed class NetworkOfSeveralArmsTests
{
    [Fact]
    public void Arms_of_one_study_share_the_variance_of_the_arm_they_are_compared_with()
    {
        var (one, other) = (ThreeTreatments("one-2020"), ThreeTreatments("other-2020"));
        var analysis = NetworkAnalysis.Analyze([.. RowsOf(one, "md"), .. RowsOf(other, "md")], Question("md"), NetworkNode.Intervention);

        Assert.Null(analysis.Error);
        Assert.Equal(["esketamine", "ketamine", "placebo"], analysis.Value!.Treatments.Select(treatment => treatment.Treatment).Order());
        Assert.Equal(4, analysis.Value.Rows.Count);
        var between = analysis.Value.League.Single(pair => pair is { Treatment: "ketamine", Comparator: "esketamine" });
        var outcome = one.Outcomes.Single(outcome => outcome.Id == "madrs-day28");
        var (ketamine, esketamine) = (outcome.Results.Single(result => result.Arm == "esk56"), outcome.Results.Single(result => result.Arm == "esk84"));
        // Two equal studies: the difference of the arms' own means, at half the variance of one study. Placebo has no part in it.
        Assert.Equal((double)(ketamine.Mean!.Value - esketamine.Mean!.Value), between.Estimate, 1e-9);
        Assert.Equal(Math.Sqrt((Variance(ketamine) + Variance(esketamine)) / 2), between.StandardError, 1e-9);
        Assert.Equal(2, between.DirectStudies);
    }

    [Theory]
    [InlineData("smd", 4)]
    [InlineData("rom", 4)]
    [InlineData("smdh", 2)] // The part of the shared arm cannot be told from its variance, so that one contrast of each study goes in.
    public void Other_measures_of_means_take_such_studies_too(string measure, int rows)
    {
        var effects = RowsOf(ThreeTreatments("one-2020"), measure).Concat(RowsOf(ThreeTreatments("other-2020"), measure));
        var analysis = NetworkAnalysis.Analyze([.. effects], Question(measure), NetworkNode.Intervention);

        Assert.Null(analysis.Error);
        Assert.Equal(rows, analysis.Value!.Rows.Count);
        Assert.Equal(4 - rows, analysis.Value.Decisions.Count(decision => decision.Reason == "not-combinable"));
    }

    [Fact]
    public void Of_contrasts_without_figures_one_goes_in_and_a_decision_says_so()
    {
        var bare = ThreeTreatments("bare-2020");
        bare = bare with { Outcomes = [.. bare.Outcomes.Select(outcome => outcome with { Results = [] })] };
        var analysis = NetworkAnalysis.Analyze([.. RowsOf(bare, "md"), .. RowsOf(ThreeTreatments("one-2020"), "md")], Question("md"), NetworkNode.Intervention);

        Assert.Null(analysis.Error);
        Assert.Single(analysis.Value!.Rows, row => row.Study == "bare-2020");
        Assert.Contains(analysis.Value.Decisions, decision => decision is { Study: "bare-2020", Reason: "not-combinable" });
    }

    private static double Variance(ArmResult result) => (double)(result.Sd!.Value * result.Sd.Value) / result.N!.Value;

    private static Study ThreeTreatments(string id)
    {
        var study = RealRecords.Studies.Single(study => study.Id == "fedgchin-2019");
        return study with
        {
            Id = id,
            Arms = [.. study.Arms.Select(arm => arm.Id == "esk56" ? arm with { Intervention = "ketamine" } : arm)],
            Outcomes = [.. study.Outcomes.Where(outcome => outcome.Id == "madrs-day28")],
        };
    }

    private static IEnumerable<EffectRow> RowsOf(Study study, string measure) => EffectRows.Create(study).Where(row => row.Measure == measure);

    private static PoolQuestion Question(string measure) =>
        new("depression-severity", PoolingModel.Common, null, IntervalMethod.Wald, new ChoiceRules { Measure = TermConverter.Parse<EffectMeasure>(measure) });
}
