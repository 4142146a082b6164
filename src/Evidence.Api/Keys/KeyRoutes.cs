using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Writes;

namespace Evidence.Api.Keys;

/// <summary>All keys of the catalogue.</summary>
public sealed record KeyList
{
    /// <summary>The keys, oldest first.</summary>
    public required IReadOnlyList<ApiKey> Data { get; init; }
}

/// <summary>Defines the routes of <c>/v1/keys</c>, which only admins may use.</summary>
public static class KeyRoutes
{
    private const int MaxBytes = 8 * 1024;

    /// <summary>Maps the routes of <c>/v1/keys</c>.</summary>
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite("createKey", HttpMethods.Post, "/v1/keys", "Create a key", Create, Roles.Admin)
            .WithDescription("The key itself is in this response and nowhere else; what is stored cannot be turned back into it.")
            .WithBody<KeyRequest>().Returns<NewApiKey>(201);
        routes.MapWrite("listKeys", HttpMethods.Get, "/v1/keys", "List the keys", List, Roles.Admin)
            .WithDescription("Every key that was ever created, oldest first, without what it is proved by.")
            .Returns<KeyList>(200);
        routes.MapWrite("revokeKey", HttpMethods.Delete, "/v1/keys/{id}", "Revoke a key", Revoke, Roles.Admin)
            .WithDescription("From now on the key is refused. What was written with it stays.")
            .Returns<ApiKey>(200).MayFailWith(404);
    }

    private static Task<IResult> Create(HttpContext http, WriteResponder writes, TimeProvider clock) =>
        writes.CreateAsync<KeyRequest>(http, MaxBytes, async (transaction, asked, cancel) =>
            (await KeyStore.CreateAsync(transaction.Connection!, asked, Actor.GetName(http.User), clock.GetUtcNow(), cancel)).Map(key => new CreatedResource($"/v1/keys/{key.Id}", key)));

    private static Task<IResult> List(HttpContext http, EvidenceDatabase database, Responder responder) =>
        responder.PrivateAsync<KeyList>(http, async cancel => new KeyList { Data = await database.ReadAsync(KeyStore.ListAsync, cancel) });

    private static Task<IResult> Revoke(HttpContext http, EvidenceDatabase database, Responder responder, TimeProvider clock, string id) =>
        responder.PrivateAsync(http, cancel => KeyStore.RevokeAsync(database, id, clock.GetUtcNow(), cancel));
}
