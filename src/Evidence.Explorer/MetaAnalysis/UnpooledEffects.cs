using System.Globalization;
using Evidence.Explorer.Layout;
using Evidence.Store.Selection;

namespace Evidence.Explorer.MetaAnalysis;

/// <summary>Where the effects of a question are that could not be pooled.</summary>
public static class UnpooledEffects
{
    private static readonly HashSet<string> Kept = [.. Filters.Parameters.Select(parameter => parameter.Name), "measure"];

    /// <summary>Returns the address of the effects that meet the same filters, measured within the same hours, as CSV.</summary>
    public static string At(AddressQuery asked)
    {
        var effects = new AddressQuery([.. asked.Pairs.Where(pair => Kept.Contains(pair.Name))]);
        if (Hours(asked, "atHours") is not { } at)
            return effects.At("/v1/effects.csv");
        var within = Hours(asked, "withinHours") ?? at / 2;
        return effects.With("timeHoursMin", Text(Math.Max(0, at - within))).With("timeHoursMax", Text(at + within)).At("/v1/effects.csv");
    }

    private static decimal? Hours(AddressQuery asked, string name) =>
        decimal.TryParse(asked.Values(name).FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) ? hours : null;

    private static string Text(decimal hours) => hours.ToString(CultureInfo.InvariantCulture);
}
