using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Onset;

/// <summary>What <c>/v1/onset</c> answers.</summary>
public static class OnsetRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapOnset(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listOnset",
            "List what studies say of how fast the effect came",
            "One row for each finding. Rows of different `definition` answer different questions and are never to be pooled. "
            + "Filters about an arm, a comparator, an instrument or a time hold on the row; `domain` holds on the row's study.",
            ListOnset.List,
            ListOnset.Handle);
}
