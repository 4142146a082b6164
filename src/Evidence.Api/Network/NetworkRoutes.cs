using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Plots.Network;
using Evidence.Store.Analyses;
using Evidence.Synthesis.Network;

namespace Evidence.Api.Network;

/// <summary>Defines the routes of <c>/v1/network</c>.</summary>
public static class NetworkRoutes
{
    private const string Connected =
        "Of each study one outcome goes in, as for `/v1/meta-analysis`; arms of the same treatment are combined. "
        + "What no chain of comparisons connects with the largest part of the network is left out, and `decisions` says so.";

    private static readonly Analysis<NetworkResult> Analysis = NetworkDefinition.Analysis;

    /// <summary>Maps the routes of <c>/v1/network</c>.</summary>
    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getNetwork", "/v1/network", "Compare all treatments of the selection",
                (HttpContext http, Responder responder) => responder.AnalysisAsync(http, Analysis, Format.Json, result => Content.FromJson(result, result.Warnings)))
            .WithDescription(Connected)
            .Returns<NetworkResult>().WithParameters(Analysis.Parameters).MayBeUnpoolable();
        routes.MapCsv<NetworkRow>("getNetwork", "/v1/network.csv", "/v1/network.csv-metadata.json", "Get the effects that the network is made of as CSV",
                (HttpContext http, Responder responder) => responder.AnalysisAsync(http, Analysis, Format.Csv, result => Content.FromRows(result.Rows, result.Warnings)))
            .WithDescription(Connected + " The columns are the members of a `NetworkRow`.")
            .WithParameters(Analysis.Parameters).MayBeUnpoolable();
        routes.MapRead("getNetworkPlot", "/v1/network/graph.svg", "Get the network as a graph",
                (HttpContext http, Responder responder) => responder.PlotAsync(http, Analysis, NetworkPlot.Write, result => result.Warnings))
            .WithDescription(Connected)
            .ReturnsText(Format.Svg, "SVG with title and description: treatments as circles by people, comparisons as lines by studies.")
            .WithParameters([.. Analysis.Parameters, PlotParameters.Layout]).MayBeUnpoolable();
    }
}
