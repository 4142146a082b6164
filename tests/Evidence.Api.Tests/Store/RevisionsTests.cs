using Evidence.Api.Tests.Testing;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Store;

public sealed class RevisionsTests
{
    [Fact]
    public async Task Numbers_have_no_gap_though_writers_race_and_some_fail()
    {
        var files = await TestDatabase.FilesAsync();
        var studies = files.Select(file => file.Study).OfType<Catalogue.Study>().ToList();
        var database = await TestDatabase.LoadedAsync();
        async Task<int> WriteAsync(int writer)
        {
            var written = 0;
            for (var i = 0; i < 6; i++)
            {
                // All write the same study, so that they also race for its next version; every third write breaks a constraint.
                var good = RecordWrite.Create(studies[0] with { Title = $"By {writer} for the {i}th time" });
                RecordWrite[] records = i % 3 == 2 ? [good, new RecordWrite("recipe", "none", "{}"u8.ToArray(), null)] : [good];
                if (i % 3 == 2)
                    await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.WriteAsync(records));
                else
                    written += await database.WriteAsync(records) > 0 ? 1 : 0;
            }

            return written;
        }

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(WriteAsync));

        var newest = 1 + written.Sum();
        Assert.Equal(1 + (8 * 4), newest);
        Assert.Equal(newest, await database.AskAsync<long>("select newest_revision from catalogue"));
        var versions = Enumerable.Range(1, newest).Select(number => $"({number},{number},{(number == newest ? long.MaxValue : number + 1)})");
        Assert.Equal(
            versions.Order(StringComparer.Ordinal),
            await database.RowsAsync($"select version, valid_from, valid_until from record_version where record_id = '{studies[0].Id}'"));
        Assert.Equal(newest, await database.AskAsync<long>("select count(*) from revision"));
    }
}
