using Evidence.Statistics.Clusters;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Konstantopoulos S. Fixed effects and variance components estimation in three-level meta-analysis.
/// Res Synth Methods. 2011;2(1):61-76.
/// </summary>
public class Konstantopoulos2011Tests
{
    [Fact]
    public void Table_4_page_70_two_level_model()
    {
        var pooled = RandomEffects.Pool(ReferenceData.Effects("konstantopoulos2011")).Value!;
        PrintedFigure.AssertEqual("0.128", pooled.Estimate);
        PrintedFigure.AssertEqual("0.044", pooled.StandardError);
        PrintedFigure.AssertEqual("0.088", pooled.BetweenStudyVariance?.Value);
        PrintedFigure.AssertEqual("0.020", pooled.BetweenStudyVariance?.StandardError);
    }

    [Fact]
    public void Table_4_page_70_two_level_model_with_year()
    {
        var year = new ModeratorValues("year", [.. ReferenceData.Rows("konstantopoulos2011").Select(row => row.Given("x1"))]);
        var result = MetaRegression.Fit(ReferenceData.Effects("konstantopoulos2011"), [year]).Value!;
        PrintedFigure.AssertEqual("0.126", result.Coefficients[0].Estimate);
        PrintedFigure.AssertEqual("0.005", result.Coefficients[1].Estimate);
        PrintedFigure.AssertEqual("0.004", result.Coefficients[1].StandardError);
    }

    [Fact]
    public void Table_5_page_71_three_level_model_by_maximum_likelihood()
    {
        var result = Fit(withYear: false);
        // metafor has 0.1845 (0.0805), 0.0577 and 0.0329.
        PrintedFigure.AssertEqual("0.184", result.Coefficients[0].Estimate);
        PrintedFigure.AssertEqual("0.080", result.Coefficients[0].StandardError);
        PrintedFigure.AssertEqual("0.058", result.Components.BetweenClusters);
        PrintedFigure.AssertEqual("0.033", result.Components.WithinClusters);
    }

    [Fact]
    public void Table_5_page_71_three_level_model_with_year()
    {
        var result = Fit(withYear: true);
        PrintedFigure.AssertEqual("0.005", result.Coefficients[1].Estimate);
        PrintedFigure.AssertEqual("0.056", result.Components.BetweenClusters);
        PrintedFigure.AssertEqual("0.033", result.Components.WithinClusters);
    }

    private static ThreeLevelResult Fit(bool withYear)
    {
        var rows = ReferenceData.Rows("konstantopoulos2011");
        var year = new ModeratorValues("year", [.. rows.Select(row => row.Given("x1"))]);
        return ThreeLevelModel.Fit(
            ReferenceData.Effects("konstantopoulos2011"), [.. rows.Select(row => row["group"])], withYear ? [year] : [], restricted: false).Value!;
    }
}
