using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Lists;

/// <summary><c>read.csv(url)</c>, with nothing said to it, gives columns to calculate with.</summary>
public sealed class ReadInRTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Types = """
        d <- read.csv(commandArgs(trailingOnly = TRUE)[1])
        for (column in names(d)) cat(column, class(d[[column]]), sum(is.na(d[[column]])), "\n")
        cat("rows", nrow(d), "\n")
        """;

    [TheoryWithR]
    [InlineData("/v1/outcomes.csv", "mean sd se ciLow ciHigh timeHours dose doseMax", "n events year", "hasFigures", "study arm instrument metric term")]
    [InlineData("/v1/onset.csv", "hours dose", "year", "", "study arm definition comparator")]
    [InlineData("/v1/studies.csv", "", "year enrolled outcomeCount revision minFailedTrials", "treatmentResistant hasResults", "id label countries doi")]
    [InlineData("/v1/risk-of-bias.csv", "", "Weight", "", "Study Random.sequence.generation Other.bias Overall")]
    public async Task Figures_are_numbers_truth_is_logical_and_the_rest_is_text(string path, string numeric, string integer, string logical, string character)
    {
        var columns = (await TheoryWithRAttribute.RunAsync(service.Client, Types, service.Client.BaseAddress!.ToString().TrimEnd('/') + path))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words[1]);
        foreach (var (names, types) in new[] { (numeric, "numeric integer"), (integer, "integer"), (logical, "logical"), (character, "character") })
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Assert.Contains(columns[name], types.Split(' '));
        }

        var lines = (await service.Client.TextAsync(path.Replace(".csv", ".ndjson", StringComparison.Ordinal))).Count(letter => letter == '\n');
        Assert.Equal(lines.ToString(System.Globalization.CultureInfo.InvariantCulture), columns["rows"]);
    }

    [TheoryWithR]
    [InlineData("/v1/outcomes.csv", "mean")]
    [InlineData("/v1/onset.csv", "dose")]
    [InlineData("/v1/studies.csv", "enrolled")]
    public async Task A_figure_that_is_not_reported_is_NA_and_never_zero(string path, string column)
    {
        var address = service.Client.BaseAddress!.ToString().TrimEnd('/') + path;
        var missing = await TheoryWithRAttribute.RunAsync(
            service.Client, "a <- commandArgs(trailingOnly = TRUE); d <- read.csv(a[1]); cat(sum(is.na(d[[a[2]]])))", address, column);
        var lines = (await service.Client.TextAsync(path.Replace(".csv", ".ndjson", StringComparison.Ordinal))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var absent = lines.Count(line => !System.Text.Json.JsonElement.Parse(line).TryGetProperty(column, out _));
        Assert.Equal(absent.ToString(System.Globalization.CultureInfo.InvariantCulture), missing);
        Assert.NotEqual(0, absent);
    }
}
