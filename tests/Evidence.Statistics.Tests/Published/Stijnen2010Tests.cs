using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome in the framework of the generalized linear mixed
/// model with applications in sparse data. Stat Med. 2010;29(29):3046-3067. Catheter infections; the normal-normal model.
/// </summary>
public class Stijnen2010Tests
{
    [Fact]
    public void Table_II_page_3050_proportions_of_single_arms()
    {
        var tables = ReferenceData.Tables("nielweise2007");
        var control = RandomEffects.Pool([.. tables.Select(t => LogitProportion.Compute(t.SecondEvents, t.SecondPeople).Value!)]).Value!;
        PrintedFigure.AssertEqual("-3.30", control.Estimate);
        PrintedFigure.AssertEqual("0.24", control.StandardError);
        PrintedFigure.AssertEqual("0.663", control.BetweenStudyVariance?.Value);
        PrintedFigure.AssertEqual("0.023", LogitProportion.ToProportion(control.Interval.Lower));

        var treated = RandomEffects.Pool([.. tables.Select(t => LogitProportion.Compute(t.FirstEvents, t.FirstPeople).Value!)]).Value!;
        PrintedFigure.AssertEqual("-4.26", treated.Estimate);
        PrintedFigure.AssertEqual("0.26", treated.StandardError);
        PrintedFigure.AssertEqual("0.393", treated.BetweenStudyVariance?.Value);
        PrintedFigure.AssertEqual("0.014", LogitProportion.ToProportion(treated.Estimate));
    }

    [Fact]
    public void Table_III_page_3052_odds_ratio_without_the_trials_that_had_no_events()
    {
        var rule = ZeroCellRule.Default with { DropTablesWithoutInformation = true };
        var effects = rule.Apply(ReferenceData.Tables("nielweise2007")).Select(table => table.Then(OddsRatio.ComputeAdjusted).Value).OfType<EffectSize>();
        var pooled = RandomEffects.Pool([.. effects]).Value!;
        PrintedFigure.AssertEqual("-0.980", pooled.Estimate);
        // 0.244 in the paper.
        PrintedFigure.AssertEqual("0.243", pooled.StandardError);
        PrintedFigure.AssertEqual("0.38", Math.Exp(pooled.Estimate));
        PrintedFigure.AssertEqual("0.23", pooled.RatioInterval.Lower);
    }
}
