using Evidence.Api.Corrections;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;

namespace Evidence.Api.Explorer.CorrectionForm;

/// <summary>What the list of corrections shows.</summary>
/// <param name="Rows">The corrections of this page.</param>
/// <param name="Total">Corrections of the whole list.</param>
/// <param name="Query">What was asked.</param>
public sealed record CorrectionsModel(IReadOnlyList<Correction> Rows, long Total, AddressQuery Query);

/// <summary>GET /corrections: what was reported, newest first.</summary>
public static class GetCorrections
{
    /// <summary>Answers the page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, [.. ListCorrections.List.Parameters.Where(parameter => parameter.Name is "study" or "status" or "limit")]) is not { } values)
            return;
        var page = await database.ReadAsync(
            (connection, cancel) => ListQuery.Of(ListCorrections.List, values, 1).ReadPageAsync(connection, values.WholeNumber("limit") ?? ListDefinition.DefaultLimit, cancel), http.RequestAborted);
        await FormAnswer.SendAsync<CorrectionsPage, CorrectionsModel>(
            http, new CorrectionsModel(page.Read<Correction>(), page.Total, AddressQuery.Of(values)), await FormAnswer.CuratorAsync(http, database));
    }
}
