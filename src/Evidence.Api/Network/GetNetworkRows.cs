using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;

namespace Evidence.Api.Network;

/// <summary>GET /v1/network.csv: the effects that the network is made of, for read.csv().</summary>
public static class GetNetworkRows
{
    /// <summary>Answers the rows.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) => NetworkRequest.SendAsync(
        http, database, cache, Format.Csv, result => CsvTable.WriteAsync(result.Rows, http.RequestAborted));
}
