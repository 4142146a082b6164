using System.Text;
using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Formats.Tables;

namespace Evidence.Api.Tests.Lists;

public sealed class CsvTests(SharedService<ServiceOfTwoRevisions> service) : IClassFixture<SharedService<ServiceOfTwoRevisions>>
{
    [Theory]
    [InlineData("/v1/studies.csv")]
    [InlineData("/v1/outcomes.csv")]
    [InlineData("/v1/onset.csv")]
    [InlineData("/v1/risk-of-bias.csv")]
    public async Task Lines_end_with_lf_no_mark_stands_before_them_and_the_header_is_there_without_rows(string path)
    {
        var empty = await service.Client.TextAsync(path + "?design=cohort");
        Assert.EndsWith("\n", empty, StringComparison.Ordinal);
        Assert.Single(empty.TrimEnd('\n').Split('\n'));

        using var response = await service.Client.AskAsync(path);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(empty, Encoding.UTF8.GetString(bytes.AsSpan(0, empty.Length)));
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public async Task Digits_are_as_reported_and_a_missing_figure_is_an_empty_cell()
    {
        var rows = await ReadAsync("/v1/outcomes.csv?study=chen-2023&domain=depression-severity&timeHoursMax=24");
        var row = rows.Single(row => row["arm"] == "esk");
        Assert.Equal("-8.0", row["mean"]);
        Assert.Equal("9.01", row["sd"]);
        Assert.Equal("", row["se"]);
        Assert.Equal("TRUE", row["hasFigures"]);
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_guarded_and_everything_else_comes_back_as_it_was()
    {
        var row = Assert.Single(await ReadAsync("/v1/studies.csv?study=formula-2024"));
        Assert.Equal("'" + ServiceOfTwoRevisions.Formula, row["label"]);
        Assert.Equal("'-1 is no formula's end.", row["summary"]);
        Assert.Equal("US;GB", row["countries"]);

        var long2024 = Assert.Single(await ReadAsync("/v1/studies.csv?study=long-2024"));
        Assert.Equal(ServiceOfTwoRevisions.Long, long2024["label"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-8.0", "'-8.0")] // As text; a number is never guarded.
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")] // Some spreadsheets take the wide one too.
    [InlineData(">=50% fall", ">=50% fall")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_guard_is_an_apostrophe(string text, string cell) => Assert.Equal(cell, CsvCell.Guard(text));

    [Theory]
    [InlineData("-8.0", "-8.0")]
    [InlineData("0.50", "0.50")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("true", "TRUE")]
    [InlineData("false", "FALSE")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("[\"US\",\"GB\"]", "US;GB")]
    public void A_cell_is_the_value_as_it_is_stored(string json, string cell) => Assert.Equal(cell, CsvCell.Format(JsonElement.Parse(json)));

    [Theory]
    [InlineData("/v1/studies")]
    [InlineData("/v1/outcomes")]
    [InlineData("/v1/onset")]
    public async Task Csv_ndjson_and_pages_hold_the_same_rows(string path)
    {
        var lines = (await service.Client.TextAsync(path + ".ndjson")).Split('\n');
        Assert.Equal("", lines[^1]);
        var objects = lines[..^1].Select(line => JsonElement.Parse(line)).ToList();
        var rows = await ReadAsync(path + ".csv");
        var page = (await service.Client.JsonAsync(path + "?limit=1000")).GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(page.Select(row => row.GetRawText()), objects.Select(row => row.GetRawText()));
        Assert.Equal(page.Count, rows.Count);
        foreach (var (row, stored) in rows.Zip(page))
        {
            foreach (var (name, cell) in row)
                Assert.Equal(stored.TryGetProperty(name, out var value) ? CsvCell.Format(value) : "", cell);
        }
    }

    [Fact]
    public async Task No_member_of_a_row_is_without_its_column()
    {
        var columns = (await ReadAsync("/v1/outcomes.csv?limit=1"))[0].Keys;
        var page = await service.Client.JsonAsync("/v1/outcomes?limit=1000");
        foreach (var row in page.GetProperty("data").EnumerateArray())
            Assert.All(row.EnumerateObject(), member => Assert.Contains(member.Name, columns));
    }

    private async Task<List<Dictionary<string, string>>> ReadAsync(string address) => Csv.Read(await service.Client.TextAsync(address));
}
