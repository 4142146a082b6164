using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Changes;

/// <summary>What <c>/v1/changes</c> answers.</summary>
public static class ChangeRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapChanges(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listChanges",
            "List what changed between two revisions",
            "One row for each record that a revision after `from`, up to and with `to`, created, replaced or withdrew, and for each field and each effect that "
            + "differs, with the old and the new value, who changed it and why. Of a record that was created or withdrawn the fields are not listed one by one; "
            + "its effects are, because each moves a pool.",
            ListChanges.List,
            ListChanges.Handle);
}
