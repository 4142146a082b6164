using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Network;

/// <summary>What <c>/v1/network</c> answers.</summary>
public static class NetworkRoutes
{
    private const string Connected =
        "Of each study one outcome goes in, as for `/v1/meta-analysis`; arms of the same treatment are combined. "
        + "What no chain of comparisons connects with the largest part of the network is left out, and `decisions` says so.";

    /// <summary>Adds the routes.</summary>
    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getNetwork", "/v1/network", "Compare all treatments of the selection", GetNetwork.Handle)
            .WithDescription(Connected)
            .Answers<NetworkAnswer>().Takes(NetworkRequest.Parameters).MayHaveNoAnswer();
        routes.MapCsv<NetworkRow>("getNetwork", "/v1/network", "Get the effects that the network is made of as CSV", GetNetworkRows.Handle)
            .WithDescription(Connected + " The columns are the members of a `NetworkRow`.")
            .Takes(NetworkRequest.Parameters).MayHaveNoAnswer();
        routes.MapRead("getNetworkPlot", "/v1/network/graph.svg", "Get the network as a graph", GetNetworkPlot.Handle)
            .WithDescription(Connected)
            .AnswersText(Format.Svg, "SVG with title and description: treatments as circles by people, comparisons as lines by studies.")
            .Takes(NetworkRequest.OfPlots).MayHaveNoAnswer();
    }
}
