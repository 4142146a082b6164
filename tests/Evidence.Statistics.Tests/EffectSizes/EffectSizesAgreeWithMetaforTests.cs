using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.EffectSizes;

public class EffectSizesAgreeWithMetaforTests
{
    [Theory]
    [InlineData("OR")]
    [InlineData("RR")]
    [InlineData("RD")]
    [InlineData("PETO")]
    public void Tables_have_metafors_yi_and_vi_under_every_rule_for_zero_cells(string measure)
    {
        foreach (var group in Rows(measure).GroupBy(row => (Set: row["set"], To: row["to"], Drop: row["drop"])))
        {
            var rule = new ZeroCellRule(0.5, ParseTables(group.Key.To), group.Key.Drop == "TRUE");
            var tables = rule.Apply(ReferenceData.Tables(group.Key.Set));
            foreach (var row in group)
                Compare(row, tables[(int)row.Given("row") - 1].Then(table => Compute(measure, table)));
        }
    }

    [Theory]
    [InlineData("MD")]
    [InlineData("SMD")]
    [InlineData("SMDH")]
    [InlineData("ROM")]
    [InlineData("MN")]
    public void Arms_have_metafors_yi_and_vi(string measure)
    {
        foreach (var row in Rows(measure))
        {
            var (first, second) = ReferenceData.Arms(row["set"])[(int)row.Given("row") - 1];
            Compare(row, Compute(measure, first, second));
        }
    }

    [Fact]
    public void Proportions_have_metafors_yi_and_vi()
    {
        foreach (var row in Rows("PLO"))
        {
            var table = ReferenceData.Tables(row["set"])[(int)row.Given("row") - 1];
            Compare(row, LogitProportion.Compute(table.FirstEvents, table.FirstPeople));
        }
    }

    [Fact]
    public void Paired_arms_have_metafors_yi_and_vi()
    {
        foreach (var row in ReferenceTable.Read("paired"))
        {
            var arms = new PairedArms(row.Given("n"), row.Given("m1"), row.Given("sd1"), row.Given("m2"), row.Given("sd2"), row.Given("r"));
            Near(row, row.Number("mcYi"), row.Number("mcVi"), PairedMeanDifference.Compute(arms));
            Near(row, row.Number("smcrYi"), row.Number("smcrVi"), StandardizedMeanChange.Compute(arms));
        }
    }

    private static IEnumerable<ReferenceRow> Rows(string measure) => ReferenceTable.Read("effect-sizes").Where(row => row["measure"] == measure);

    /// <summary>Where metafor has NA, infinity or a variance of zero, we must have an error, and the other way round.</summary>
    private static void Compare(ReferenceRow row, StatisticsResult<EffectSize> effect)
    {
        if (row.Number("yi") is null)
            Assert.True(effect.Error is not null, $"{row}: metafor has no effect, we have {effect.Value}");
        else
            Near(row, row.Number("yi"), row.Number("vi"), effect);
    }

    private static void Near(ReferenceRow row, double? estimate, double? variance, StatisticsResult<EffectSize> effect)
    {
        Agreement.Near(estimate, effect.Value?.Estimate, Agreement.Closed, row, "the effect");
        Agreement.Near(variance, effect.Value?.Variance, Agreement.Closed, row, "its variance");
    }

    private static StatisticsResult<EffectSize> Compute(string measure, TwoByTwoTable table) => measure switch
    {
        "OR" => OddsRatio.ComputeAdjusted(table),
        "RR" => RiskRatio.ComputeAdjusted(table),
        "RD" => RiskDifference.ComputeAdjusted(table),
        _ => PetoOddsRatio.ComputeAdjusted(table),
    };

    private static StatisticsResult<EffectSize> Compute(string measure, MeasuredArm first, MeasuredArm second) => measure switch
    {
        "MD" => MeanDifference.Compute(first, second),
        "SMD" => HedgesG.Compute(first, second),
        "SMDH" => HedgesGUnequalVariances.Compute(first, second),
        "ROM" => RatioOfMeans.Compute(first, second),
        _ => SingleMean.Compute(first),
    };

    private static ZeroCellTables ParseTables(string to) => to switch
    {
        "only0" => ZeroCellTables.WithZeroCell,
        "if0all" => ZeroCellTables.AllIfAnyHasZeroCell,
        "all" => ZeroCellTables.All,
        _ => ZeroCellTables.None,
    };
}
