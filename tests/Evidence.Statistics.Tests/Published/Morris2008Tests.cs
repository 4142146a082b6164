using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Morris SB. Estimating effect sizes from pretest-posttest-control group designs. Organ Res Methods. 2008;11(2):364-386.
/// </summary>
public class Morris2008Tests
{
    /// <summary>
    /// Each row has a group's people, means after and before, standard deviation before, and the printed effect.
    /// </summary>
    [Theory]
    [InlineData(20, 38.5, 30.6, 15.0, 20, 19.7, 23.1, 13.8, "0.74")]
    [InlineData(50, 26.8, 23.5, 3.1, 42, 25.3, 24.9, 4.1, "0.95")]
    [InlineData(9, 0.7, 0.5, 0.1, 9, 0.6, 0.6, 0.2, "1.81")]
    [InlineData(10, 75.9, 53.4, 14.5, 11, 60.7, 55.7, 17.3, "1.15")]
    [InlineData(14, 36.0, 35.6, 4.7, 14, 33.4, 34.8, 3.1, "0.51")]
    public void Table_1_page_368_difference_of_standardized_changes(
        double people, double after, double before, double sd, double controls, double controlAfter, double controlBefore, double controlSd, string printed)
    {
        // The spread afterwards and the correlation do not enter the estimate.
        var treated = StandardizedMeanChange.Compute(new PairedArms(people, after, sd, before, sd, 0.5)).Value!;
        var control = StandardizedMeanChange.Compute(new PairedArms(controls, controlAfter, controlSd, controlBefore, controlSd, 0.5)).Value!;
        PrintedFigure.AssertEqual(printed, treated.Estimate - control.Estimate);
    }
}
