namespace Evidence.Statistics.Tests.Published;

/// <summary>Compares with a number as it was printed: within half a unit of the last digit.</summary>
internal static class PrintedFigure
{
    public static void AssertEqual(string printed, double? actual)
    {
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : printed.Length - point - 1;
        var number = double.Parse(printed, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(actual is not null, $"{printed} was printed; there is no number");
        Assert.True(Math.Abs(actual.Value - number) <= 0.5 * Math.Pow(10, -digits) * 1.0000001, $"{printed} was printed; found {actual:R}");
    }

    public static void AssertEqual((string Lower, string Upper) printed, Interval? actual)
    {
        AssertEqual(printed.Lower, actual?.Lower);
        AssertEqual(printed.Upper, actual?.Upper);
    }
}
