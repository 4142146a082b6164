using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Store.Effects;

namespace Evidence.Api.Effects;

/// <summary>Defines the routes of <c>/v1/effects</c>.</summary>
public static class EffectRoutes
{
    private static readonly ListEndpoint List = new ListEndpoint(EffectList.Definition);

    /// <summary>Maps the routes of <c>/v1/effects</c>.</summary>
    public static void MapEffects(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listEffects",
            new ListPaths("/v1/effects", "/v1/effects.csv", "/v1/effects.csv-metadata.json", "/v1/effects.ndjson"),
            "List effects: contrasts of two arms with yi and vi",
            "One row for each pair of arms of each outcome, in each `measure` that is asked for, with the figures of both arms under metafor's names. "
            + "`yi` is the first arm less the second, of ratios the logarithm; `benefit` says which sign speaks for the first arm. "
            + "A row whose effect cannot be computed is listed too and says why. "
            + "Filters about an arm hold on the first arm, `comparator` on the second, those about an outcome on the row's outcome.",
            List);
}
