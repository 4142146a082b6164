using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Synthesis.Effects;

namespace Evidence.Api.Tests.Changes;

public sealed class ListChangesTests(SharedService<RevisedService> service) : IClassFixture<SharedService<RevisedService>>
{
    [Fact]
    public async Task A_mended_figure_is_the_record_one_field_and_the_effects_that_follow()
    {
        var rows = await RowsAsync("from=1&to=2");

        Assert.Equal("record", Text(rows[0], "subject"));
        Assert.All(rows, row => Assert.Equal(
            ("study", RevisedService.Mended, "replaced", "a curator", "for a test", 2L),
            (Text(row, "kind"), Text(row, "record"), Text(row, "change"), Text(row, "actor"), Text(row, "reason"), row.GetProperty("revision").GetInt64())));
        var field = Assert.Single(rows, row => Text(row, "subject") == "field");
        var (place, old) = service.Service.Before.Outcomes.Zip(service.Service.After.Outcomes).Index().Where(pair => pair.Item.First != pair.Item.Second)
            .Select(pair => (pair.Index, pair.Item.First)).Single();
        Assert.Equal($"/outcomes/{place}/results/0/sd", Text(field, "pointer"));
        Assert.Equal($"outcomes[{old.Id}].results[{old.Results[0].Arm}].sd", Text(field, "path"));
        Assert.Equal(($"{old.Results[0].Sd}", $"{old.Results[0].Sd + 1.00m}"), (Text(field, "old"), Text(field, "new")));
        Assert.Equal((old.Id, old.Domain, "changed"), (Text(field, "outcome"), Text(field, "domain"), Text(field, "difference")));
        var after = EffectRows.Create(service.Service.After).ToDictionary(effect => (effect.Outcome, effect.Arm, effect.Versus, effect.Measure));
        var effects = rows.Where(row => Text(row, "subject") == "effect").ToList();
        Assert.Contains(effects, effect => Text(effect, "measure") == "smd");
        Assert.All(effects, effect =>
        {
            var now = after[(Text(effect, "outcome")!, Text(effect, "arm")!, Text(effect, "versus")!, Text(effect, "measure")!)];
            Assert.Equal((now.Yi, now.Vi), (effect.GetProperty("yiNew").GetDouble(), effect.GetProperty("viNew").GetDouble()));
            Assert.NotEqual(effect.GetProperty("viOld").GetDouble(), effect.GetProperty("viNew").GetDouble());
            Assert.Contains("=", Text(effect, "old"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_new_study_is_one_row_and_its_effects_and_its_withdrawal_takes_as_many_away()
    {
        var created = await RowsAsync("from=2&to=3");
        var withdrawn = await RowsAsync("from=3&to=4");
        var effects = EffectRows.Create(service.Service.Before).Count();

        Assert.Equal((1, 0, effects), Subjects(created));
        Assert.Equal((1, 0, effects), Subjects(withdrawn));
        Assert.All(created, row => Assert.Equal("created", Text(row, "change")));
        Assert.All(withdrawn, row => Assert.Equal("withdrawn", Text(row, "change")));
        Assert.All(created.Skip(1), row => Assert.Equal("added", Text(row, "difference")));
        Assert.All(withdrawn.Skip(1), row => Assert.Equal("removed", Text(row, "difference")));
        Assert.All(withdrawn.Skip(1), row => Assert.False(row.TryGetProperty("yiNew", out _)));
        Assert.Equal("created", Text((await RowsAsync("from=5&to=6"))[0], "change"));
    }

    [Fact]
    public async Task A_claim_has_its_fields_and_a_record_written_as_it_was_has_its_row()
    {
        var claim = await RowsAsync("from=4&to=5");
        Assert.Equal([null, "statement"], claim.Select(row => Text(row, "path")));
        Assert.Equal("Reworded", Text(claim[1], "new"));

        var same = Assert.Single(await RowsAsync("from=6"));
        Assert.Equal(("replaced", "record"), (Text(same, "change"), Text(same, "subject")));
    }

    [Fact]
    public async Task The_first_load_is_one_row_a_record_and_no_field()
    {
        var records = await RowsAsync("to=1&subject=record");
        Assert.Equal(await service.Service.Database.AskAsync<long>("select count(*) from record_version where valid_from = 1"), records.Count);
        Assert.Empty(await RowsAsync("to=1&subject=field"));
    }

    [Theory]
    [InlineData("study=chen-2023&subject=record", "1 2")]
    [InlineData("study=fleeting-2026&subject=record", "3 4 6 7")]
    [InlineData("study=fleeting-2026&subject=record&from=3&to=6", "4 6")]
    [InlineData("record=onset-within-hours&subject=record", "1 5")]
    [InlineData("record=onset-within-hours&subject=field&sort=-revision", "5")]
    [InlineData("kind=claim,question&from=1", "5 5")]
    [InlineData("actor=a%20curator&change=withdrawn&subject=record", "4")]
    [InlineData("from=1&subject=effect&measure=smd&domain=remission", "")]
    [InlineData("from=4&to=4", "")]
    public async Task Filters_leave_what_they_say(string query, string revisions) =>
        Assert.Equal(revisions, string.Join(' ', (await RowsAsync(query)).Select(row => row.GetProperty("revision"))));

    [Fact]
    public async Task Every_effect_of_a_revision_is_those_of_before_with_the_changes_applied()
    {
        var now = new Dictionary<string, (double? Yi, double? Vi)>();
        foreach (var row in await RowsAsync("subject=effect"))
        {
            var key = $"{Text(row, "record")} {Text(row, "outcome")} {Text(row, "arm")} {Text(row, "versus")} {Text(row, "measure")}";
            if (Text(row, "difference") == "removed")
                Assert.True(now.Remove(key));
            else
                now[key] = (Number(row, "yiNew"), Number(row, "viNew"));
        }

        var listed = await AllAsync("/v1/effects?measure=md,smd,smdh,rom,or,rr,rd,peto,hr&limit=1000");
        Assert.Equal(
            listed.Select(row => $"{Text(row, "study")} {Text(row, "outcome")} {Text(row, "arm")} {Text(row, "versus")} {Text(row, "measure")} {Number(row, "yi")} {Number(row, "vi")}").Order(StringComparer.Ordinal),
            now.Select(pair => $"{pair.Key} {pair.Value.Yi} {pair.Value.Vi}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("to=99", HttpStatusCode.NotFound, "unknown-revision")]
    [InlineData("from=99", HttpStatusCode.NotFound, "unknown-revision")]
    [InlineData("revision=2&to=3", HttpStatusCode.NotFound, "unknown-revision")]
    [InlineData("from=3&to=2", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("to=0", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("study=nobody-1900", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("subject=fields", HttpStatusCode.BadRequest, "invalid-parameter")]
    public async Task What_makes_no_sense_is_refused(string query, HttpStatusCode status, string type)
    {
        foreach (var ending in new[] { "", ".csv", ".ndjson" })
        {
            using var response = await service.Client.AskAsync($"/v1/changes{ending}?{query}", ("If-None-Match", "*"));
            Assert.Equal((ending, status), (ending, response.StatusCode));
            Assert.EndsWith(type, Text(await response.JsonAsync(), "type"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", false, RevisedService.Newest)]
    [InlineData("?from=2", false, RevisedService.Newest)]
    [InlineData("?to=4", true, 4)]
    [InlineData("?from=1&revision=5", true, 5)]
    [InlineData("?to=3&revision=5", true, 5)]
    public async Task An_answer_whose_end_is_named_never_changes(string query, bool isPinned, int revision)
    {
        using var response = await service.Client.AskAsync("/v1/changes" + query);

        Assert.Equal($"{revision}", response.Header("Catalogue-Revision"));
        Assert.Equal(isPinned, response.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal));
        Assert.Equal(isPinned, response.Header("Content-Location") is null);
        using var again = await service.Client.AskAsync("/v1/changes" + query, ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("subject=record&limit=40")]
    [InlineData("subject=record&limit=40&to=6&sort=-record")]
    [InlineData("from=1&limit=30")]
    public async Task Walking_the_pages_gives_every_row_once(string query)
    {
        var first = await service.Client.JsonAsync($"/v1/changes?{query}");
        var walked = await AllAsync($"/v1/changes?{query}");

        Assert.Equal(first.GetProperty("page").GetProperty("total").GetInt64(), walked.Count);
        Assert.Distinct(walked.Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task The_CSV_has_a_row_for_each_and_a_column_for_each_member()
    {
        var lines = (await service.Client.TextAsync("/v1/changes.csv?from=1&to=2&subject=field")).TrimEnd('\n').Split('\n');
        Assert.StartsWith("revision,recordedAt,actor,reason,kind,record,change,subject,difference,pointer,path,old,new,outcome,domain,arm,versus,measure,yiOld,viOld,yiNew,viNew", lines[0], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Contains("/results/0/sd", lines[1], StringComparison.Ordinal);
    }

    private static (int Records, int Fields, int Effects) Subjects(IReadOnlyList<JsonElement> rows) => (
        rows.Count(row => Text(row, "subject") == "record"), rows.Count(row => Text(row, "subject") == "field"), rows.Count(row => Text(row, "subject") == "effect"));

    private Task<List<JsonElement>> RowsAsync(string query) => AllAsync($"/v1/changes?limit=1000&{query}");

    private async Task<List<JsonElement>> AllAsync(string address)
    {
        var rows = new List<JsonElement>();
        for (string? next = address; next is not null;)
        {
            using var response = await service.Client.AskAsync(next);
            Assert.Equal((next, HttpStatusCode.OK), (next, response.StatusCode));
            rows.AddRange((await response.JsonAsync()).GetProperty("data").EnumerateArray());
            next = response.Link("next");
        }

        return rows;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
