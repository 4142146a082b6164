using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Changes;

public sealed class StudyHistoryTests(RevisedService service) : IClassFixture<RevisedService>
{
    [Fact]
    public async Task A_version_says_which_fields_it_changed_and_where_the_rest_is()
    {
        var history = await HistoryAsync(RevisedService.Mended);

        Assert.Equal(["replaced", "created"], history.Select(version => version.GetProperty("change").GetString()));
        var change = Assert.Single(history[0].GetProperty("changes").EnumerateArray());
        Assert.EndsWith(".sd", change.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Equal("changed", change.GetProperty("difference").GetString());
        Assert.Equal(1, history[0].GetProperty("fieldsChanged").GetInt64());
        var all = await service.Client.JsonAsync(history[0].GetProperty("address").GetString()!);
        Assert.Equal(2 + history[0].GetProperty("effectsChanged").GetInt64(), all.GetProperty("page").GetProperty("total").GetInt64());
        Assert.Equal(2, history[1].GetProperty("supersededBy").GetInt64());
        Assert.Equal(0, history[1].GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task A_version_that_was_withdrawn_says_by_whom_and_why_and_one_that_was_replaced_by_which()
    {
        var history = await HistoryAsync(RevisedService.Fleeting);

        Assert.Equal(
            [(7, "replaced", false, false), (6, "created", true, false), (3, "created", false, true)],
            history.Select(version => (version.GetProperty("revision").GetInt32(), version.GetProperty("change").GetString()!,
                version.TryGetProperty("supersededBy", out _), version.TryGetProperty("withdrawnBy", out _))));
        var withdrawal = history[2].GetProperty("withdrawnBy");
        Assert.Equal((4, "a curator", "for a test"), (withdrawal.GetProperty("revision").GetInt32(), withdrawal.GetProperty("actor").GetString()!, withdrawal.GetProperty("reason").GetString()!));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task A_withdrawal_is_not_known_before_its_revision(int revision, bool isKnown) =>
        Assert.Equal(isKnown, Assert.Single(await HistoryAsync(RevisedService.Fleeting, $"?revision={revision}")).TryGetProperty("withdrawnBy", out _));

    [Fact]
    public async Task The_list_of_changes_is_bounded_and_the_count_is_not()
    {
        var many = service.After with { Reports = [.. service.After.Reports.Select(report => report with { Authors = [.. Enumerable.Range(0, 30).Select(i => $"Author {i}")] })] };
        await service.Database.WriteAsync(RecordWrite.Create(many with { Id = "bounded-2026" }));
        await service.Database.WriteAsync(RecordWrite.Create(many with { Id = "bounded-2026", Reports = service.After.Reports }));

        var newest = (await HistoryAsync("bounded-2026"))[0];

        Assert.Equal(20, newest.GetProperty("changes").GetArrayLength());
        Assert.InRange(newest.GetProperty("fieldsChanged").GetInt64(), 30, 1000);
    }

    private async Task<List<JsonElement>> HistoryAsync(string study, string query = "") =>
        [.. (await service.Client.JsonAsync($"/v1/studies/{study}/revisions{query}")).GetProperty("data").EnumerateArray()];
}
