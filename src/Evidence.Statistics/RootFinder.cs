using MathNet.Numerics.RootFinding;

namespace Evidence.Statistics;

/// <summary>Finds roots of functions of one variable, to the last digits.</summary>
internal static class RootFinder
{
    private const double Accuracy = 1e-15;

    /// <summary>
    /// Returns the root between two points at which a function has different signs, or null if it cannot be found.
    /// </summary>
    public static double? FindBetween(Func<double, double> function, double lower, double upper)
    {
        if (Brent.TryFindRoot(function, lower, upper, Accuracy, 1000, out var root))
            return root;
        return Bisection.TryFindRoot(function, lower, upper, Accuracy, 2000, out root) ? root : null;
    }

    /// <summary>
    /// Returns the root at or above zero of a function that decreases from a value above zero; the upper end of the search is
    /// doubled until it encloses the root.
    /// </summary>
    public static double? FindForDecreasing(Func<double, double> function, double scale)
    {
        var upper = scale > 0 ? scale : 1;
        for (var doubling = 0; doubling < 200 && function(upper) > 0; doubling++)
            upper *= 2;
        return FindBetween(function, 0, upper);
    }
}
