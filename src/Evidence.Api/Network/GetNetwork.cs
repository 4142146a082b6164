using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;

namespace Evidence.Api.Network;

/// <summary>GET /v1/network: treatments compared through everything that connects them.</summary>
public static class GetNetwork
{
    /// <summary>Answers the network.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) => NetworkRequest.SendAsync(
        http, database, cache, Format.Json, result => Task.FromResult(CatalogueJson.Write(result)));
}
