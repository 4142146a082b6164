using System.Text.Json.Nodes;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Formats.Tables;
using Evidence.Store.Documentation;

namespace Evidence.Api.Http;

/// <summary>Says what the columns of a CSV are, as W3C's CSV on the Web (CSVW) describes tables.</summary>
public static class CsvDescription
{
    /// <summary>Media type of the description.</summary>
    public const string MediaType = "application/csvm+json";

    /// <summary>The format of the description.</summary>
    public static readonly Format Format = new("csv-metadata.json", MediaType);

    /// <summary>Writes the description of a CSV with these columns.</summary>
    public static byte[] Write(string path, Type rowType, IReadOnlyList<CsvColumn> columns) => CatalogueJson.Write(Describe(path, rowType, columns));

    private static JsonObject Describe(string path, Type rowType, IReadOnlyList<CsvColumn> columns) => new()
    {
        ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" }),
        ["url"] = path[(path.LastIndexOf('/') + 1)..] + ".csv",
        ["dc:description"] = MemberDocumentation.GetSummary(rowType),
        ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["lineTerminators"] = "\n", ["header"] = true },
        ["tableSchema"] = new JsonObject { ["columns"] = new JsonArray([.. columns.Select(Column)]) },
    };

    private static JsonObject Column(CsvColumn column)
    {
        var description = new JsonObject
        {
            ["name"] = column.Name.Replace(' ', '_'),
            ["titles"] = column.Name,
            ["dc:description"] = column.Description ?? MemberDocumentation.GetSummary(column.Member!),
            ["datatype"] = column.Datatype == "boolean" ? new JsonObject { ["base"] = "boolean", ["format"] = CsvCell.BooleanFormat } : column.Datatype,
            ["null"] = "",
        };
        if (column.IsList)
            description["separator"] = CsvCell.Separator;
        return description;
    }
}
