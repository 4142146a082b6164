
namespace Evidence.Store.Selection;

/// <summary>Defines the filters that only rows of effects have.</summary>
public static class EffectFilters
{
    /// <summary>Gets the filter of the measures in which rows are given.</summary>
    public static Filter Measure { get; } = new(
        Parameter.Terms("measure", "effect-measure", "Measures in which effects are given; an outcome has those of its type, so that by default each contrast stands once.") with
        {
            Example = "smd",
            Default = "md,rr",
            IsFilledIn = true,
        },
        Scope.Outcome,
        "e.measure = any(@value)");

    /// <summary>Gets the filters of what an effect is about.</summary>
    public static IReadOnlyList<Filter> Narrowing { get; } =
    [
        new(new("term", ParameterKind.Text, "Name of an adverse event, or definition of response or remission, in either case of letters.", "dissociation"),
            Scope.Outcome, "e.term = lower(@value)"),
        new(new("ofSubgroup", ParameterKind.Flag, "Whether the figures are of a part of the study's people.", "false"),
            Scope.Outcome, "(e.subgroup is not null) = @value"),
        new(new("administrationsMax", ParameterKind.WholeNumber, "Greatest number of administrations in the first arm; 1 leaves single doses.", "1") { Minimum = 1 },
            Scope.Arm, "e.administrations <= @value"),
        new(new("hasEffect", ParameterKind.Flag, "Whether yi and vi can be computed.", "true"),
            Scope.Outcome, "e.is_computed = @value"),
    ];
}
