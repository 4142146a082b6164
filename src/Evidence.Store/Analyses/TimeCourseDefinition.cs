using Evidence.Catalogue;
using Evidence.Store.Selection;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.TimeCourse;

namespace Evidence.Store.Analyses;

/// <summary>The time course of a selection: a pool for each window of time.</summary>
public static class TimeCourseDefinition
{
    private static readonly Parameter Windows = new(
        "windows",
        ParameterKind.RisingNumbers,
        "Where windows of time begin and end, in hours after the first dose; each holds what is above its beginning, up to its end.",
        "0,6,36,108,252")
    {
        Default = "0,3,12,36,108,216,420,756,1176",
        IsFilledIn = true,
    };

    /// <summary>Every query parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. PoolParameters.Filtering.Where(parameter => parameter.Name is not "timeHoursMin" and not "timeHoursMax"),
        Windows, .. PoolParameters.Pooling, RevisionParameters.Revision,
    ];

    /// <summary>The definition, which the API, the explorer and the claims run.</summary>
    public static Analysis<TimeCourseResult> Analysis { get; } = new(Parameters, Parse, Compute);

    private static Result<PoolRequest> Parse(QueryValues values)
    {
        var request = PoolParameters.Parse(values);
        return values.Numbers("windows").Count > 1
            ? request
            : new Error(
                ErrorKind.InvalidParameter,
                [.. request.Error?.Details ?? [], new ErrorDetail("windows", "needs two numbers or more: where the first window begins, and where each ends.")]);
    }

    private static Result<TimeCourseResult> Compute(PoolRequest request, SelectedEffects selected) =>
        TimeWindows.Analyze(selected, request.Question, request.Values.Numbers("windows"));
}
