namespace Evidence.Statistics.Tests.Published;

/// <summary>Comparison with a number as it was printed: right to half a unit of the last digit.</summary>
internal static class Printed
{
    public static void As(string printed, double? actual)
    {
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : printed.Length - point - 1;
        var number = double.Parse(printed, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(actual is not null, $"{printed} was printed; there is no number");
        Assert.True(Math.Abs(actual.Value - number) <= 0.5 * Math.Pow(10, -digits) * 1.0000001, $"{printed} was printed; found {actual:R}");
    }

    public static void As((string Lower, string Upper) printed, Interval? actual)
    {
        As(printed.Lower, actual?.Lower);
        As(printed.Upper, actual?.Upper);
    }
}
