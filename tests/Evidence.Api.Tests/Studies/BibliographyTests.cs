using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Formats.Citations;

namespace Evidence.Api.Tests.Studies;

public sealed class BibliographyTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    public static TheoryData<string> Formats() => [.. ReferenceFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_study_of_the_list_is_in_it_in_the_order_of_the_list(string name)
    {
        var format = FormatOf(name);
        foreach (var query in new[] { "", "?design=randomized-crossover&sort=label", "?q=suicidal&sort=-enrolled", "?limit=3", "?study=zarate-2006", "?yearMax=1900" })
        {
            var studies = new List<Study>();
            foreach (var row in (await JsonAsync($"/v1/studies{query}{(query.Contains("limit", StringComparison.Ordinal) ? "" : (query.Length > 0 ? "&" : "?") + "limit=1000")}")).GetProperty("data").EnumerateArray())
                studies.Add(CatalogueJson.Read<Study>(await service.Client.GetByteArrayAsync(At($"/v1/studies/{row.GetProperty("id")}"))).Value!);

            Assert.Equal(format.Write(studies.SelectMany(StudyReferences.Create)), await service.Client.GetStringAsync(At($"/v1/studies.{name}{query}")));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Pages_of_it_are_files_by_themselves_and_together_the_whole(string name)
    {
        var whole = await KeysAsync(name, "");
        var walked = new List<string>();
        for (var next = "?limit=30"; next is not null;)
        {
            using var response = await service.Client.GetAsync(At($"/v1/studies.{name}{next}"));
            walked.AddRange(Keys(name, await response.Content.ReadAsStringAsync()));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] is var link ? link[link.IndexOf('?', StringComparison.Ordinal)..] : null : null;
        }

        // One entry a report, and one for the study without any.
        var studies = (await TestDatabase.FilesAsync()).Select(file => file.Study).OfType<Study>().ToList();
        Assert.Contains(studies, study => study is { Id: "leal-2023", Reports.Count: 0 });
        Assert.Equal(
            studies.Where(study => study.Id != "leal-2023").Sum(study => Math.Max(1, study.Reports.Count)), whole.Count(key => key != "leal-2023"));
        Assert.Equal(whole, walked);
    }

    [Theory]
    [InlineData("ris", "application/x-research-info-systems; charset=utf-8")]
    [InlineData("bib", "application/x-bibtex; charset=utf-8")]
    [InlineData("csl.json", "application/vnd.citationstyles.csl+json")]
    public async Task It_is_sent_with_its_type_its_name_and_its_validator_and_the_list_gives_it_by_Accept(string name, string contentType)
    {
        using var response = await service.Client.GetAsync(At($"/v1/studies.{name}?study=zarate-2006"));
        using var again = new HttpRequestMessage(HttpMethod.Get, At($"/v1/studies.{name}?study=zarate-2006")) { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        using var accepted = new HttpRequestMessage(HttpMethod.Get, At("/v1/studies?study=zarate-2006")) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue(contentType.Split(';')[0]) } } };
        using var notModified = await service.Client.SendAsync(again);
        using var negotiated = await service.Client.SendAsync(accepted);
        using var pinned = await service.Client.GetAsync(At($"/v1/studies.{name}?study=zarate-2006&revision=1"));

        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"inline; filename=\"studies.{name}\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Equal(await response.Content.ReadAsStringAsync(), await negotiated.Content.ReadAsStringAsync());
        Assert.Equal(contentType, negotiated.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(await response.Content.ReadAsStringAsync(), await pinned.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_catalogue_is_cited_by_the_same_writers()
    {
        var citation = await JsonAsync("/v1/citation?condition=mdd&revision=1");

        Assert.StartsWith("@misc{evidence-r1,\n  title = {Evidence: an open catalogue", citation.GetProperty("bibtex").GetString(), StringComparison.Ordinal);
        Assert.Contains($"  url = {{{citation.GetProperty("url").GetString()}}},\n", citation.GetProperty("bibtex").GetString(), StringComparison.Ordinal);
        Assert.Equal("dataset", citation.GetProperty("csl").GetProperty("type").GetString());
        Assert.Equal(3, citation.GetProperty("csl").GetProperty("issued").GetProperty("date-parts")[0].GetArrayLength());
    }

    private static ReferenceFormat FormatOf(string name) => ReferenceFormat.All.Single(format => format.Name == name);

    private async Task<IReadOnlyList<string>> KeysAsync(string name, string query) => Keys(name, await service.Client.GetStringAsync(At($"/v1/studies.{name}{query}")));

    private static IReadOnlyList<string> Keys(string name, string text) => name switch
    {
        "csl.json" => [.. JsonElement.Parse(text).EnumerateArray().Select(item => item.GetProperty("id").GetString()!)],
        "bib" => [.. text.Split('\n').Where(line => line.StartsWith('@')).Select(line => line.Split('{')[1].TrimEnd(','))],
        _ => [.. text.Split("\r\n").Where(line => line.StartsWith("ID  - ", StringComparison.Ordinal)).Select(line => line[6..])],
    };

    private async Task<JsonElement> JsonAsync(string address) => JsonElement.Parse(await service.Client.GetStringAsync(At(address)));

    private static Uri At(string address) => new(address, UriKind.Relative);
}
