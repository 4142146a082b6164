using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Beta blockade during and after myocardial infarction: an overview of the
/// randomized trials. Prog Cardiovasc Dis. 1985;27(5):335-371. Table 6, short-term trials of oral beta blockers.
/// </summary>
public class Yusuf1985Tests
{
    [Fact]
    public void Table_6_pooled_odds_ratio_by_Petos_method()
    {
        var pooled = PetoPooling.Pool(ReferenceData.Tables("yusuf1985")).Value!;
        PrintedFigure.AssertEqual("0.93", Math.Exp(pooled.Estimate));
        PrintedFigure.AssertEqual(("0.74", "1.18"), pooled.RatioInterval);
    }
}
