using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Network;

/// <summary>GET /v1/network/graph.svg: the treatments and what compares them.</summary>
public static class GetNetworkPlot
{
    /// <summary>Answers the plot.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        NetworkRequest.SendPlotAsync(http, database, cache, NetworkPlot.Of);
}
