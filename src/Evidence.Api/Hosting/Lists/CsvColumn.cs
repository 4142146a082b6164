using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Hosting.Lists;

/// <summary>The columns of a list's CSV for one request.</summary>
/// <param name="Columns">The columns, in their order.</param>
/// <param name="Selector">Query by which the dictionary of just these columns is asked for; empty where the list has but one set of them.</param>
public sealed record CsvTable(IReadOnlyList<CsvColumn> Columns, string Selector = "")
{
    /// <summary>The CSV of records that are at hand.</summary>
    public static async Task<byte[]> WriteAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await using var writer = RowWriter.For(CsvColumn.Of(typeof(TRow)), body);
        foreach (var row in rows)
            writer.Write(Catalogue.CatalogueJson.Write(row));
        await writer.FlushAsync(cancel);
        return body.ToArray();
    }
}

/// <summary>A column of CSV.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Description">What stands in it, with the unit.</param>
/// <param name="Datatype">Type of the cells, in the terms of CSV on the Web.</param>
/// <param name="IsList">Whether a cell holds several values, joined by semicolons.</param>
/// <param name="Cell">The cell of a row.</param>
public sealed record CsvColumn(string Name, string Description, string Datatype, bool IsList, Func<JsonElement, string> Cell)
{
    /// <summary>The columns of a record: its members, in the order in which it declares them, under their names in JSON.</summary>
    public static IReadOnlyList<CsvColumn> Of(Type rowType) =>
        [.. rowType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(Of)];

    private static CsvColumn Of(PropertyInfo member)
    {
        var name = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return new CsvColumn(
            name,
            XmlDocs.SummaryOf(member),
            DatatypeOf(type),
            IsList: type == typeof(IReadOnlyList<string>),
            row => row.TryGetProperty(name, out var value) ? CsvCell.Of(value) : "");
    }

    private static string DatatypeOf(Type type)
    {
        if (type == typeof(bool))
            return "boolean";
        if (type == typeof(decimal))
            return "decimal";
        if (type == typeof(double))
            return "double";
        return type == typeof(int) || type == typeof(long) ? "integer" : "string";
    }
}
