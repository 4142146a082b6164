using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Effects;

/// <summary>What <c>/v1/effects</c> answers.</summary>
public static class EffectRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapEffects(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listEffects",
            "List effects: contrasts of two arms with yi and vi",
            "One row for each pair of arms of each outcome, in each `measure` that is asked for, with the figures of both arms under metafor's names. "
            + "`yi` is the first arm less the second, of ratios the logarithm; `benefit` says which sign speaks for the first arm. "
            + "A row whose effect cannot be computed stands here too and says why. "
            + "Filters about an arm hold on the first arm, `comparator` on the second, those about an outcome on the row's outcome.",
            ListEffects.List,
            ListEffects.Handle);
}
