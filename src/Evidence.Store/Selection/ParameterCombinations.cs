using System.Globalization;
using Evidence.Catalogue;

namespace Evidence.Store.Selection;

/// <summary>Checks parameters that make no sense together.</summary>
public static class ParameterCombinations
{
    private static readonly (string Min, string Max)[] Ranges =
        [("enrolledMin", "enrolledMax"), ("yearMin", "yearMax"), ("doseMin", "doseMax"), ("timeHoursMin", "timeHoursMax"), ("from", "to")];

    /// <summary>Returns an error for each combination that can have no result.</summary>
    public static IReadOnlyList<ErrorDetail> Check(QueryValues values)
    {
        var errors = new List<ErrorDetail>();
        foreach (var (min, max) in Ranges.Where(range => values.Has(range.Min) && values.Has(range.Max)))
        {
            if (Number(values, min) > Number(values, max))
                errors.Add(new ErrorDetail(min, $"is {Number(values, min)}, which is above {max} {Number(values, max)}."));
        }

        var dose = values.Names.FirstOrDefault(name => name is "doseMin" or "doseMax");
        if (dose is not null && values.List("doseUnit").Count != 1)
            errors.Add(new ErrorDetail(dose, "needs exactly one doseUnit beside it: doses in mg and in mg/kg cannot be compared.", Unit.Allowed));
        return errors;
    }

    private static Parameter Unit { get; } = Filters.Parameters.First(parameter => parameter.Name == "doseUnit");

    private static decimal Number(QueryValues values, string name) => Convert.ToDecimal(values.Value(name), CultureInfo.InvariantCulture);
}
