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
        await Answer.BytesAsync(http, MediaType, Catalogue.CatalogueJson.Write(Describe(list.Path, list.RowType, table.Columns)));
    }

    /// <summary>Sends the description of a CSV whose columns are the members of a record.</summary>
    public static async Task SendAsync(HttpContext http, EvidenceDatabase database, string path, Type rowType)
    {
        if (await ReadRequest.BeginAsync(http, database, [ReadRequest.RevisionParameter], new Format("csv-metadata.json", MediaType)) is not null)
            await Answer.BytesAsync(http, MediaType, Catalogue.CatalogueJson.Write(Describe(path, rowType, CsvColumn.Of(rowType))));
    }

    /// <summary>Says in the header of a CSV where its description is.</summary>
    public static void Link(HttpContext http, string path, string query = "") => http.Response.Headers.Append(
        "Link", $"<{Links.To(http.Request, $"{path}.csv-metadata.json{query}")}>; rel=\"describedby\"; type=\"{MediaType}\"");

    private static JsonObject Describe(string path, Type rowType, IReadOnlyList<CsvColumn> columns) => new()
    {
        ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" }),
        ["url"] = path[(path.LastIndexOf('/') + 1)..] + ".csv",
        ["dc:description"] = XmlDocs.SummaryOf(rowType),
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
