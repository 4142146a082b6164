using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evidence.Catalogue;

namespace Evidence.Formats.Tables;

/// <summary>The columns of a list's CSV for one request.</summary>
/// <param name="Columns">The columns, in their order.</param>
/// <param name="Selector">Query that selects these columns in the dictionary; empty if the list has only one set of columns.</param>
public sealed record CsvTable(IReadOnlyList<CsvColumn> Columns, string Selector = "")
{
    /// <summary>Writes the CSV of rows in memory, with the members of the row as columns.</summary>
    public static byte[] Write<TRow>(IEnumerable<TRow> rows)
    {
        using var writer = RowWriter.Create(CsvColumn.FromType(typeof(TRow)));
        foreach (var row in rows)
            writer.Write(CatalogueJson.Write(row));
        return writer.ToArray();
    }
}

/// <summary>A column of a CSV table.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Description">Content of the cells, with the unit; null if the summary of <see cref="Member"/> says so.</param>
/// <param name="Datatype">Type of the cells, in the terms of CSV on the Web.</param>
/// <param name="IsList">Whether a cell holds several values, joined by semicolons.</param>
/// <param name="Cell">The cell of a row.</param>
public sealed record CsvColumn(string Name, string? Description, string Datatype, bool IsList, Func<JsonElement, string> Cell)
{
    /// <summary>The member that the column is made of; null if it is made of several or none.</summary>
    public PropertyInfo? Member { get; init; }

    /// <summary>Creates the columns of a record: its members, in the order of declaration, under their names in JSON.</summary>
    public static IReadOnlyList<CsvColumn> FromType(Type rowType) =>
        [.. rowType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(FromMember)];

    private static CsvColumn FromMember(PropertyInfo member)
    {
        var name = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return new CsvColumn(
            name,
            Description: null,
            FindDatatype(type),
            IsList: type == typeof(IReadOnlyList<string>),
            row => row.TryGetProperty(name, out var value) ? CsvCell.Format(value) : "")
        { Member = member };
    }

    private static string FindDatatype(Type type)
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
