using Evidence.Catalogue;
using Evidence.Explorer.Forms;
using Evidence.Explorer.Layout;
using Evidence.Store.Analyses;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Synthesis.Network;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Network;

/// <summary>What the page of networks shows.</summary>
/// <param name="Form">The question.</param>
/// <param name="Result">The network; null if the question was refused.</param>
public sealed record TreatmentNetworkPageModel(FormValues Form, NetworkResult? Result);

/// <summary>GET /network: all treatments of a question against each other, as /v1/network compares them.</summary>
public static class GetTreatmentNetworkPage
{
    /// <summary>The question that the page asks if its address asks none.</summary>
    public const string OwnQuestion = "domain=depression-severity&measure=smd&atHours=24&withinHours=24";

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<TreatmentNetworkPage, TreatmentNetworkPageModel>(
            http,
            FormValues.IsBlank(http) ? [RevisionParameters.Revision] : NetworkDefinition.Parameters,
            (query, cancel) => FindAsync(http, database, query, cancel),
            error => new TreatmentNetworkPageModel(ReadForm(http, error), null));

    private static async Task<Result<PageContent<TreatmentNetworkPageModel>>> FindAsync(
        HttpContext http, EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var values = FormValues.Complete(http, query, OwnQuestion, NetworkDefinition.Parameters);
        var network = await NetworkDefinition.Analysis.RunAsync(database, values, query.Revision, cancel);
        return network.Map(result => new PageContent<TreatmentNetworkPageModel>(new(ReadForm(http), result), result.Warnings));
    }

    private static FormValues ReadForm(HttpContext http, Error? error = null) =>
        FormValues.FromRequest(http, NetworkDefinition.Parameters, OwnQuestion, error);
}
