using System.Collections.Concurrent;
using System.Globalization;

namespace Evidence.Statistics.Tests.Reference;

/// <summary>Reads a table that reference.R has written.</summary>
internal static class ReferenceTable
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<ReferenceRow>> Tables = new();

    public static IReadOnlyList<ReferenceRow> Read(string name) => Tables.GetOrAdd(name, ReadFile);

    private static List<ReferenceRow> ReadFile(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".csv"));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new ReferenceRow(columns, line.Split(',')))];
    }
}

/// <summary>Holds a row of a table; an empty cell is a number that metafor does not give.</summary>
internal sealed record ReferenceRow(string[] Columns, string[] Cells)
{
    public string this[string column] => Cells[Array.IndexOf(Columns, column)];

    public double? Number(string column) => this[column] is { Length: > 0 } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : null;

    public double Given(string column) => Number(column) ?? throw new InvalidOperationException($"{column} is empty in {string.Join(',', Cells)}");

    public override string ToString() => string.Join(',', Cells.Take(4));
}
