using Evidence.Api.Tests.Testing;
using Evidence.Client;

namespace Evidence.Api.Tests.Clients;

/// <summary>The client that NSwag generates from the committed contract, against the running service.</summary>
public sealed class CSharpClientTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private readonly EvidenceClient client = new(service.Client);

    [Fact]
    public async Task It_walks_every_page_of_studies()
    {
        var (rows, total) = await WalkAsync(async cursor =>
        {
            var page = await client.ListStudiesAsync(sort: [StudySummarySort.YearDescending, StudySummarySort.Label], limit: 7, cursor: cursor);
            return (page.Data, page.Page);
        });
        Assert.Equal(total, rows.Count);
        Assert.Distinct(rows.Select(study => study.Id));
    }

    [Fact]
    public async Task It_walks_every_page_of_outcomes()
    {
        var (rows, total) = await WalkAsync(async cursor =>
        {
            var page = await client.ListOutcomesAsync(limit: 60, cursor: cursor);
            return (page.Data, page.Page);
        });
        Assert.Equal(total, rows.Count);
        Assert.Distinct(rows.Select(row => (row.Study, row.Outcome, row.Arm)));
        Assert.All(rows.Where(row => row.Study == "chen-2023"), row => Assert.Equal(Design.RandomizedParallel, row.Design));
    }

    [Fact]
    public async Task It_filters_with_the_types_that_it_reads()
    {
        var study = await client.GetStudyAsync("zarate-2006");
        Assert.Equal("Zarate 2006", study.Label);
        Assert.Contains(study.Outcomes, outcome => outcome.Results.Any(result => result.Mean is not null || result.Events is not null));

        var page = await client.ListStudiesAsync(design: [study.Design], condition: study.Population.Conditions, yearMin: 2006, yearMax: 2006);
        Assert.Contains(page.Data, found => found.Id == study.Id);
        Assert.All(page.Data, found => Assert.Equal(study.Design, found.Design));
    }

    [Fact]
    public async Task It_keeps_the_digits_that_were_reported()
    {
        var page = await client.ListOutcomesAsync(study: ["chen-2023"], limit: 1000);
        var mean = page.Data.First(row => row is { Outcome: "madrs-24h", Arm: "esk" }).Mean;
        Assert.Equal("-8.0", mean!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task It_tells_a_problem_with_the_parameter_that_was_wrong()
    {
        var thrown = await Assert.ThrowsAsync<ApiException<Problem>>(() => client.ListStudiesAsync(limit: 5000));
        Assert.Equal(400, thrown.StatusCode);
        Assert.Equal("urn:evidence:problem:invalid-parameter", thrown.Result.Type);
        Assert.Equal("limit", Assert.Single(thrown.Result.Errors!).Parameter);
    }

    [Fact]
    public async Task It_gives_csv_as_a_stream()
    {
        using var file = await client.ListStudiesCsvAsync(design: [Design.RandomizedCrossover]);
        using var reader = new StreamReader(file.Stream);
        Assert.StartsWith("id,label,", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    private static async Task<(IReadOnlyList<TRow> Rows, long Total)> WalkAsync<TRow>(
        Func<string?, Task<(IReadOnlyList<TRow> Rows, PageInfo Page)>> ask)
    {
        var rows = new List<TRow>();
        PageInfo? page = null;
        do
        {
            (var more, page) = await ask(page?.NextCursor);
            rows.AddRange(more);
        }
        while (page.NextCursor is not null);
        return (rows, page.Total);
    }
}
