namespace Evidence.Statistics.Tests.Reference;

/// <summary>
/// States how near our numbers must come to metafor's: relative to the number, and to one if it is smaller than one.
/// </summary>
internal static class Agreement
{
    /// <summary>The tolerance holds for numbers that a formula gives.</summary>
    public const double Closed = 1e-8;

    /// <summary>The tolerance holds for numbers that an iteration finds.</summary>
    public const double Iterative = 1e-6;

    /// <summary>Returns the tolerance for numbers that follow from an estimator of the between-study variance.</summary>
    public static double SelectTolerance(string method) => method is "PM" or "REML" or "ML" or "EB" ? Iterative : Closed;

    public static void Near(double? expected, double? actual, double tolerance, object where, string what)
    {
        if (expected is not { } number)
            return;
        Assert.True(actual is not null, $"{where}: {what} is absent; metafor has {number}");
        var distance = Math.Abs(actual.Value - number) / Math.Max(1, Math.Abs(number));
        Assert.True(distance <= tolerance, $"{where}: {what} is {actual:R}; metafor has {number:R}, off by {distance:E2} of it");
    }
}
