using Evidence.Api.Explorer.Asking;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Network;

namespace Evidence.Api.Explorer.NetworkGraph;

/// <summary>What the page of networks shows.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Answer">The network; nothing where the question was refused.</param>
public sealed record NetworkGraphModel(AskedValues Asked, NetworkAnswer? Answer);

/// <summary>GET /network: all treatments of a question against each other, as /v1/network compares them.</summary>
public static class GetNetworkGraph
{
    /// <summary>What the page asks by itself.</summary>
    public const string OwnQuestion = "domain=depression-severity&measure=smd&atHours=24&withinHours=24";

    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<NetworkGraphPage, NetworkGraphModel>(
        http, database, AskedValues.IsBlank(http) ? [ReadRequest.RevisionParameter] : NetworkRequest.Parameters, async request =>
        {
            if (AskedValues.IsBlank(http))
                request.Values = AskedValues.Own(OwnQuestion, NetworkRequest.Parameters);
            return await NetworkRequest.ComputeAsync(http, database, request) is { } answer ? new NetworkGraphModel(Asked(http), answer) : null;
        });

    /// <summary>The page of a refused question.</summary>
    public static Task<byte[]> RenderProblemAsync(HttpContext http, Problem problem) =>
        PageAnswer.RenderAsync<NetworkGraphPage, NetworkGraphModel>(http, PageFrame.OfRefusal(http), new NetworkGraphModel(Asked(http, problem), null));

    private static AskedValues Asked(HttpContext http, Problem? problem = null) => AskedValues.Of(http, NetworkRequest.Parameters, OwnQuestion, problem);
}
