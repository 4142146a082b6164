using System.Text.Json.Nodes;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Hosting.Lists;

/// <summary>Says what the columns of a CSV are, as W3C's CSV on the Web (CSVW) describes tables.</summary>
public static class CsvDescription
{
    /// <summary>Media type of the description.</summary>
    public const string MediaType = "application/csvm+json";

    /// <summary>Sends the description of a list's CSV.</summary>
    public static async Task SendAsync(HttpContext http, EvidenceDatabase database, ListDefinition list)
    {
        if (await ReadRequest.BeginAsync(http, database, list.DictionaryParameters, new Format("csv-metadata.json", MediaType)) is not { } request)
            return;
        if (await list.ColumnsAsync(http, database, request) is not { } table)
            return;
        await Answer.BytesAsync(http, MediaType, Catalogue.CatalogueJson.Write(Describe(list, table.Columns)));
    }

    private static JsonObject Describe(ListDefinition list, IReadOnlyList<CsvColumn> columns) => new()
    {
        ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" }),
        ["url"] = list.Path[(list.Path.LastIndexOf('/') + 1)..] + ".csv",
        ["dc:description"] = XmlDocs.SummaryOf(list.RowType),
        ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["lineTerminators"] = "\n", ["header"] = true },
        ["tableSchema"] = new JsonObject { ["columns"] = new JsonArray([.. columns.Select(Column)]) },
    };

    private static JsonObject Column(CsvColumn column)
    {
        var description = new JsonObject
        {
            ["name"] = column.Name.Replace(' ', '_'),
            ["titles"] = column.Name,
            ["dc:description"] = column.Description,
            ["datatype"] = column.Datatype == "boolean" ? new JsonObject { ["base"] = "boolean", ["format"] = CsvCell.BooleanFormat } : column.Datatype,
            ["null"] = "",
        };
        if (column.IsList)
            description["separator"] = CsvCell.Separator;
        return description;
    }
}
