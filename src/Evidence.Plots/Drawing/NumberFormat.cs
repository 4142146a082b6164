using System.Globalization;

namespace Evidence.Plots.Drawing;

/// <summary>Formats numbers as a journal prints them: a true minus, no needless digits, and no zero for what is only small.</summary>
public static class NumberFormat
{
    /// <summary>The sign for what is not reported.</summary>
    public const string NotReported = "–";

    private const double MaxRatio = 9999.5;
    private const double MinRatio = 0.005;
    private const int MaxDecimals = 10;
    private const double MinP = 0.001;

    /// <summary>Returns a number with a fixed number of decimals.</summary>
    public static string Fixed(double value, int decimals) => double.IsFinite(value)
        ? WithMinus((Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0).ToString($"F{decimals}", CultureInfo.InvariantCulture))
        : value > 0 ? "∞" : "−∞";

    /// <summary>Returns a number with a maximum number of decimals.</summary>
    public static string AtMost(double value, int decimals) =>
        WithMinus((Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture));

    /// <summary>Returns a number with at least two digits that say something; a zero is a zero.</summary>
    public static string TwoDigits(double value)
    {
        int Decimals(double number) => Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, MaxDecimals);
        if (value == 0)
            return "0";
        var rounded = Math.Round(value, Decimals(value), MidpointRounding.AwayFromZero);
        return rounded == 0 ? $"<{Fixed(1e-10, MaxDecimals)}" : Fixed(value, Decimals(rounded)); // 0.0999 is 0.10
    }

    /// <summary>Returns a ratio: two decimals below ten, then fewer, and a bound if it is too small or too large to print.</summary>
    public static string Ratio(double ratio) => ratio switch
    {
        < MinRatio => "<0.01",
        < 9.995 => Fixed(ratio, 2),
        < 99.95 => Fixed(ratio, 1),
        < MaxRatio => Fixed(ratio, 0),
        _ => ">9999",
    };

    /// <summary>Returns a p value with its sign.</summary>
    public static string P(double p) => p switch
    {
        < MinP => "p < 0.001",
        < 0.0995 => $"p = {Fixed(p, 3)}",
        < 0.995 => $"p = {Fixed(p, 2)}",
        _ => "p > 0.99",
    };

    /// <summary>Returns a share in percent with a fixed number of decimals; a small one that would be printed as zero becomes a bound.</summary>
    public static string Percent(double percent, int decimals)
    {
        var least = Math.Pow(10, -decimals);
        return percent > 0 && percent < least / 2 ? $"<{Fixed(least, decimals)}" : Fixed(percent, decimals);
    }

    /// <summary>Returns a time: in days from two days on, where they are whole.</summary>
    public static string Time(decimal hours) => hours switch
    {
        >= 48 when hours % 24 == 0 => $"{AtMost((double)hours / 24, 0)} days",
        1 => "1 hour",
        < 1 => $"{AtMost((double)hours * 60, 0)} minutes",
        _ => $"{AtMost((double)hours, 1)} hours",
    };

    private static string WithMinus(string number) => number.Replace('-', '−');
}
