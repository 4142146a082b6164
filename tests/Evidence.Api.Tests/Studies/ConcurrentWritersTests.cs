using System.Globalization;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Studies;

/// <summary>Writers at once, through HTTP: nobody's change is lost, and revisions count without a gap.</summary>
public sealed class ConcurrentWritersTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private const int Readers = 100;

    [Fact]
    public async Task A_hundred_writers_who_each_read_change_and_write_lose_no_update()
    {
        var curator = await Curator.OfAsync(service.Client, service.ConnectionString);
        var refused = 0;
        async Task WriteAsync(int writer)
        {
            while (true)
            {
                var (study, tag) = await curator.ReadAsync("zarate-2006");
                using var response = await curator.PutAsync(study with { Countries = study.Countries, Summary = $"{study.Summary} [{writer}]" }, tag);
                if (response.IsSuccessStatusCode)
                    return;
                Assert.Equal(412, (int)response.StatusCode);
                Interlocked.Increment(ref refused);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Readers).Select(WriteAsync));

        var summary = (await curator.ReadAsync("zarate-2006")).Study.Summary!;
        Assert.All(Enumerable.Range(0, Readers), writer => Assert.Contains($"[{writer}]", summary, StringComparison.Ordinal));
        Assert.NotEqual(0, refused); // or nobody raced
        var history = (await service.Client.JsonAsync($"/v1/studies/zarate-2006/revisions?limit={Readers + 1}")).GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, Readers + 1).Reverse(), history.Select(version => version.GetProperty("version").GetInt32()));
        Assert.Empty(await new TestDatabase(service.ConnectionString).RowsAsync(
            "select later.number from revision later join revision before on before.number = later.number - 1 where later.recorded_at < before.recorded_at"));
    }

    [Fact]
    public async Task Two_writers_of_a_new_study_at_once_one_wins_and_one_gets_412()
    {
        var curator = await Curator.OfAsync(service.Client, service.ConnectionString);
        var study = (await curator.ReadAsync("singh-2016")).Study;
        for (var time = 0; time < 10; time++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"race-20{time:00}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => curator.PutAsync(study with { Id = id, Title = $"By {writer}" }, null)));

            Assert.Equal([201, 412], answers.Select(answer => (int)answer.StatusCode).Order());
            foreach (var answer in answers)
                answer.Dispose();
        }
    }

    [Fact]
    public async Task Revisions_have_no_gap_and_no_duplicate_though_sixteen_write_and_some_go_away_in_the_middle()
    {
        var curator = await Curator.OfAsync(service.Client, service.ConnectionString);
        var study = (await curator.ReadAsync("fan-2017")).Study;
        async Task<int> WriteAsync(int writer)
        {
            var random = new Random(writer);
            var made = 0;
            for (var time = 0; time < 12; time++)
            {
                using var leaving = new CancellationTokenSource();
                if (time % 3 == 2)
                    leaving.CancelAfter(random.Next(1, 40));
                var sent = curator.PutAsync(study with { Id = $"sixteen-{writer}-{time}" }, null);
                try
                {
                    using var response = await sent.WaitAsync(leaving.Token);
                    made += response.IsSuccessStatusCode ? 1 : 0;
                }
                catch (OperationCanceledException)
                {
                    service.Client.CancelPendingRequests();
                }
                catch (HttpRequestException)
                {
                    // Somebody else's going away took this request along.
                }
            }

            return made;
        }

        var acknowledged = (await Task.WhenAll(Enumerable.Range(0, 16).Select(WriteAsync))).Sum();

        var database = new TestDatabase(service.ConnectionString);
        var newest = await database.AskAsync<long>("select newest_revision from catalogue");
        Assert.Equal((newest, newest, newest), await WholeAsync(database));
        var written = await database.AskAsync<long>("select count(*) from record_version where record_id like 'sixteen-%'");
        Assert.InRange(written, acknowledged, 16 * 12);
        Assert.Equal(written, await database.AskAsync<long>("select count(distinct valid_from) from record_version where record_id like 'sixteen-%'"));
    }

    private static async Task<(long Count, long Distinct, long Highest)> WholeAsync(TestDatabase database) => (
        await database.AskAsync<long>("select count(*) from revision"),
        await database.AskAsync<long>("select count(distinct number) from revision"),
        await database.AskAsync<long>("select max(number) from revision"));
}
