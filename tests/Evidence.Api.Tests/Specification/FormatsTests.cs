using System.Text;
using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Specification;

/// <summary>The same rows, whatever they are written as.</summary>
public sealed class FormatsTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("/v1/studies", "")]
    [InlineData("/v1/studies", "q=ketamine&sort=-enrolled,label&intervention=esketamine")]
    [InlineData("/v1/outcomes", "")]
    [InlineData("/v1/outcomes", "domain=response,remission&sort=-timeHours")]
    [InlineData("/v1/effects", "domain=depression-severity,response&measure=smd,or&sort=-timeHours")]
    [InlineData("/v1/effects", "measure=hr,rom")]
    [InlineData("/v1/onset", "")]
    [InlineData("/v1/risk-of-bias", "")]
    public async Task Lines_of_ndjson_are_the_rows_of_json(string path, string query)
    {
        var lines = (await service.Client.GetStringAsync(At($"{path}.ndjson?{query}"))).Split('\n')[..^1];

        Assert.Equal((await RowsAsync(path, query)).Select(row => row.GetRawText()), lines);
    }

    [Theory]
    [InlineData("/v1/studies", "")]
    [InlineData("/v1/studies", "q=ketamine&sort=-enrolled,label&intervention=esketamine")]
    [InlineData("/v1/outcomes", "")]
    [InlineData("/v1/outcomes", "domain=response,remission&sort=-timeHours")]
    [InlineData("/v1/effects", "domain=depression-severity,response&measure=smd,or&sort=-timeHours")]
    [InlineData("/v1/effects", "measure=hr,rom")]
    [InlineData("/v1/onset", "")]
    public async Task Cells_of_csv_are_the_members_of_the_rows_of_json(string path, string query)
    {
        var table = Parse(await service.Client.GetStringAsync(At($"{path}.csv?{query}")));
        var rows = await RowsAsync(path, query);

        var header = table[0];
        Assert.Equal(rows.Count, table.Count - 1);
        Assert.Subset(header.ToHashSet(), rows.SelectMany(row => row.EnumerateObject()).Select(member => member.Name).ToHashSet());
        foreach (var (row, cells) in rows.Zip(table.Skip(1)))
            Assert.Equal(header.Select(name => row.TryGetProperty(name, out var value) ? CellOf(value) : ""), cells);
    }

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string path, string query)
    {
        var page = JsonElement.Parse(await service.Client.GetStringAsync(At($"{path}?{query}&limit=1000")));
        var rows = page.GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(page.GetProperty("page").GetProperty("total").GetInt32(), rows.Count);
        Assert.NotEmpty(rows);
        return rows;
    }

    private static Uri At(string address) => new(address.Replace("?&", "?", StringComparison.Ordinal), UriKind.Relative);

    /// <summary>Figures with the digits of the record; lists with semicolons; truth as R reads it; no text that a spreadsheet would run.</summary>
    private static string CellOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => Harmless(string.Join(';', value.EnumerateArray().Select(item => item.GetString()))),
        _ => Harmless(value.GetString()!),
    };

    private static string Harmless(string text) => "=+-@".Contains(text.FirstOrDefault(), StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>RFC 4180, read here without the library that wrote it.</summary>
    private static List<IReadOnlyList<string>> Parse(string csv)
    {
        var table = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && isQuoted && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (csv[i] == '"')
                isQuoted = !isQuoted;
            else if (csv[i] is not (',' or '\n') || isQuoted)
                cell.Append(csv[i]);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == '\n')
                {
                    table.Add(row);
                    row = [];
                }
            }
        }

        return table;
    }
}
