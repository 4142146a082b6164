using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_worked_example_gives_the_sentence_that_the_README_prints()
    {
        // example
        var effects = StatisticsResults.Combine(
        [
            HedgesG.Compute(new MeasuredArm(58, 10.9, 9.1), new MeasuredArm(61, 14.7, 8.4)),
            HedgesG.Compute(new MeasuredArm(24, 12.0, 7.5), new MeasuredArm(22, 18.1, 9.9)),
            HedgesG.Compute(new MeasuredArm(112, 15.5, 10.2), new MeasuredArm(109, 17.0, 10.0)),
        ]);
        var pooled = effects.Then(e => RandomEffects.Pool(e, new ModelOptions { Interval = ConfidenceIntervalMethod.HartungKnappNeverNarrower }));
        var sentence = pooled.IsSuccess
            ? $"g = {pooled.Value.Estimate:F2} ({pooled.Value.Interval.Lower:F2} to {pooled.Value.Interval.Upper:F2})"
            : pooled.Error.Message;
        // end of the example

        Assert.Equal("g = -0.34 (-0.97 to 0.28)", sentence);
        Assert.Contains($"`{sentence}`", Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_shows_the_code_that_is_tested()
    {
        var code = Read("ReadmeTests.cs").Split('\n')
            .SkipWhile(line => line.Trim() != "// example").Skip(1)
            .TakeWhile(line => line.Trim() != "// end of the example")
            .Select(line => line.Length > 8 ? line[8..] : line);

        Assert.Contains(string.Join('\n', code), Read("README.md"), StringComparison.Ordinal);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)).ReplaceLineEndings("\n");
}
