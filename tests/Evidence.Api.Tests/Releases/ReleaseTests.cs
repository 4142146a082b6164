using System.Security.Cryptography;
using System.Text;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Releases;

public sealed class ReleaseTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Fact]
    public async Task A_release_is_the_revision_that_it_names_and_stays_so()
    {
        var revision = await NewestAsync();
        var citation = await service.Client.TextAsync($"/v1/citation?revision={revision}");
        Assert.Equal("201", await NameAsync(new { name = "2026.11", notes = "Two\nlines" }));
        var release = await service.Client.TextAsync("/v1/releases/2026.11");
        string[] reads = ["/v1/studies/zarate-2006", "/v1/studies?limit=3&sort=year", "/v1/effects.csv?study=fan-2017", "/v1/facets?design=cohort", "/v1/claims/onset-within-hours", "/v1/lookup?id=NCT00088699"];
        var before = new List<string>();
        foreach (var read in reads)
            before.Add(await service.Client.TextAsync(At(read, "release=2026.11")));

        await ChangeAsync();
        Assert.Equal("201", await NameAsync(new { name = "2026.11.1", notes = "Another" }));

        Assert.Equal(release, await service.Client.TextAsync("/v1/releases/2026.11"));
        for (var i = 0; i < reads.Length; i++)
        {
            using var named = await service.Client.AskAsync(At(reads[i], "release=2026.11"));
            Assert.Equal(before[i], await named.Content.ReadAsStringAsync());
            Assert.Contains("immutable", named.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal(At(reads[i], $"revision={revision}"), named.Header("Content-Location"));
            // The link to the next page goes on with what was asked.
            Assert.Equal(await service.Client.TextAsync(At(reads[i], $"revision={revision}")), before[i]);
        }

        Assert.NotEqual(before[0], await service.Client.TextAsync(reads[0]));
        Assert.Equal(citation, await service.Client.TextAsync($"/v1/citation?revision={revision}"));
        var shown = await service.Client.JsonAsync("/v1/releases/2026.11");
        Assert.Equal(("Two\nlines", revision), (shown.GetProperty("notes").GetString(), shown.GetProperty("revision").GetInt64()));
        Assert.StartsWith("Jane Doe (key ", shown.GetProperty("createdBy").GetString(), StringComparison.Ordinal);
        Assert.Equal("409 conflict", await NameAsync(new { name = "2026.11", notes = "Again", revision = 1 }));
    }

    [Fact]
    public async Task Anybody_can_compute_the_checksum_from_what_the_service_answers()
    {
        Assert.Equal("201", await NameAsync(new { name = "2025.01", notes = "The files", revision = 1 }));
        await ChangeAsync();

        var text = await service.Client.TextAsync("/v1/releases/2025.01/checksums");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var computed = new List<string>();
        foreach (var study in await ItemsAsync("/v1/studies"))
            computed.Add($"study {study.Id} {Digest(await service.Client.TextAsync($"/v1/studies/{study.Id}?release=2025.01"))}");
        foreach (var vocabulary in await ItemsAsync("/v1/vocabularies", "name"))
            computed.Add($"vocabulary {vocabulary.Id} {Digest(await service.Client.TextAsync($"/v1/vocabularies/{vocabulary.Id}?release=2025.01"))}");
        computed.AddRange((await ItemsAsync("/v1/claims")).Select(claim => $"claim {claim.Id} {Digest(claim.Text)}"));

        var questions = lines.Where(line => line.StartsWith("question ", StringComparison.Ordinal)).ToList();
        Assert.Equal(lines, computed.Concat(questions).Order(StringComparer.Ordinal));
        var release = await service.Client.JsonAsync("/v1/releases/2025.01");
        Assert.Equal(Digest(text), release.GetProperty("checksum").GetString());
        Assert.Equal(lines.Length, release.GetProperty("records").GetInt32());
        Assert.True(questions.Count > 0 && computed.Count > 100);

        async Task<List<(string Id, string Text)>> ItemsAsync(string path, string id = "id") =>
            [.. (await service.Client.JsonAsync($"{path}?limit=1000&release=2025.01")).GetProperty("data").EnumerateArray()
                .Select(item => (item.GetProperty(id).GetString()!, item.GetRawText()))];
    }

    [Theory]
    [InlineData("2026.13", "x", null, "/name")]
    [InlineData("2026.1", "x", null, "/name")]
    [InlineData("2026.01.0", "x", null, "/name")]
    [InlineData("2026.01\n", "x", null, "/name")]
    [InlineData("v1", "x", null, "/name")]
    [InlineData("2020.01", " ", null, "/notes")]
    [InlineData("2020.01", "a\u0000", null, "/notes")]
    [InlineData("2020.01", "x", 0L, "/revision")]
    [InlineData("2020.01", "x", 999L, "/revision")]
    public async Task What_cannot_be_released_is_refused_with_the_place(string name, string notes, long? revision, string pointer)
    {
        using var response = await service.Client.PostAsync("/v1/releases", new { name, notes, revision }, await service.KeyAsync());

        Assert.Equal("422 invalid-record", await response.OutcomeAsync());
        Assert.Equal(pointer, (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_release_is_cited_by_its_name_with_its_checksum()
    {
        Assert.Equal("201", await NameAsync(new { name = "2024.12.3", notes = "x", revision = 1 }));
        var release = await service.Client.JsonAsync("/v1/releases/2024.12.3");
        var checksum = release.GetProperty("checksum").GetString()!;
        var cited = await service.Client.JsonAsync("/v1/citation?release=2024.12.3&domain=suicidality");

        Assert.Equal(("2024.12.3", checksum, 1), (cited.GetProperty("release").GetString(), cited.GetProperty("checksum").GetString(), cited.GetProperty("revision").GetInt32()));
        Assert.Contains(". Release 2024.12.3, ", cited.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains($"SHA-256 {checksum}", cited.GetProperty("bibtex").GetString(), StringComparison.Ordinal);
        Assert.Equal("2024.12.3", cited.GetProperty("csl").GetProperty("version").GetString());
        Assert.EndsWith($"Revision 1, SHA-256 {checksum}", cited.GetProperty("csl").GetProperty("note").GetString(), StringComparison.Ordinal);
        var studies = await service.Client.JsonAsync(new Uri(cited.GetProperty("url").GetString()!).PathAndQuery);
        Assert.Equal(cited.GetProperty("studies").GetInt32(), studies.GetProperty("page").GetProperty("total").GetInt32());
        var plain = await service.Client.JsonAsync("/v1/citation?revision=1");
        Assert.Equal("1", plain.GetProperty("csl").GetProperty("version").GetString());
        Assert.False(plain.TryGetProperty("release", out _));
        Assert.DoesNotContain("SHA-256", plain.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_there_is_not_is_told_with_the_nearest_and_two_ways_to_say_when_are_refused()
    {
        Assert.Equal("201", await NameAsync(new { name = "2023.05", notes = "x" }));
        using var unknown = await service.Client.AskAsync("/v1/effects?release=2023.06");
        using var both = await service.Client.AskAsync("/v1/studies/zarate-2006?release=2023.05&revision=1");
        using var missing = await service.Client.AskAsync("/v1/releases/2023.5/checksums");
        using var walked = await service.Client.AskAsync("/v1/studies?release=2023.05&limit=1");
        using var next = await service.Client.AskAsync(walked.Link("next")!);

        Assert.Equal("404 unknown-release", await unknown.OutcomeAsync());
        Assert.Contains("Did you mean '2023.05'?", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("400 invalid-parameter", await both.OutcomeAsync());
        Assert.Equal("404 not-found", await missing.OutcomeAsync());
        Assert.Equal("200", await next.OutcomeAsync());
    }

    [Fact]
    public async Task Only_a_curator_names_a_revision()
    {
        using var anonymous = await service.Client.PostAsync("/v1/releases", new { name = "2022.01", notes = "x" });

        Assert.Equal("401 unauthenticated", await anonymous.OutcomeAsync());
        using var missing = await service.Client.AskAsync("/v1/releases/2022.01");
        Assert.Equal("404 not-found", await missing.OutcomeAsync());
    }

    private static string At(string address, string when) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{when}";

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<string> NameAsync(object release)
    {
        using var response = await service.Client.PostAsync("/v1/releases", release, await service.KeyAsync());
        return await response.OutcomeAsync();
    }

    private Task<long> NewestAsync() => new TestDatabase(service.ConnectionString).AskAsync<long>("select newest_revision from catalogue");

    /// <summary>A revision that changes a study and withdraws nothing.</summary>
    private async Task ChangeAsync()
    {
        var study = CatalogueJson.Read<Study>(await service.Client.GetByteArrayAsync(new Uri("/v1/studies/zarate-2006", UriKind.Relative))).Value!;
        await new TestDatabase(service.ConnectionString).WriteAsync(RecordWrite.Create(study with { Summary = study.Summary + "." }));
    }
}
