using Evidence.Explorer.Layout;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Corrections;

/// <summary>What the list of corrections shows.</summary>
/// <param name="Rows">The corrections of this page.</param>
/// <param name="Total">Number of corrections of the whole list.</param>
/// <param name="Query">The query that was asked.</param>
public sealed record CorrectionsModel(IReadOnlyList<Correction> Rows, long Total, AddressQuery Query);

/// <summary>GET /corrections: what was reported, newest first.</summary>
public static class GetCorrections
{
    private static readonly IReadOnlyList<Parameter> Parameters =
        [.. CorrectionList.Definition.Parameters.Where(parameter => parameter.Name is "study" or "status" or "limit")];

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database) =>
        forms.RespondAsync(http, Parameters, async values =>
        {
            var limit = values.WholeNumber("limit") ?? ListDefinition.DefaultLimit;
            var page = await database.ReadAsync(
                (connection, cancel) => ListQuery.Create(CorrectionList.Definition, values, 1).ReadPageAsync(connection, limit, cancel), http.RequestAborted);
            var model = new CorrectionsModel(page.Read<Correction>(), page.Total, AddressQuery.FromValues(values));
            return await forms.RespondAsync<CorrectionsPage, CorrectionsModel>(http, model, await CuratorCookie.FindAsync(http));
        });
}
