using System.Net;
using Evidence.Explorer.Tests.Testing;
using Xunit.Abstractions;

namespace Evidence.Explorer.Tests.Pages;

public sealed class CrawlTests(SharedSite shared, ITestOutputHelper output) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    private const int QueriesOfAPath = 3;
    private const int AskedAtATime = 4;

    /// <summary>Where links may lead that are no web pages: a helpline's telephone.</summary>
    private static readonly string[] OtherSchemes = ["tel", "mailto", "data"];

    /// <summary>The text of the records: where a document was read is a fact that is not mended, https or not.</summary>
    private readonly Lazy<string> recorded = new(() => string.Concat(Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "catalogue"), "*.json", SearchOption.AllDirectories).Select(File.ReadAllText)));

    private readonly Queue<(string Address, string From)> toAsk = [];
    private readonly HashSet<string> asked = [];
    private readonly Dictionary<string, int> queries = [];
    private readonly Dictionary<string, string[]> ids = [];
    private readonly HashSet<(string Page, string Fragment, string From)> fragments = [];
    private readonly SortedSet<string> outside = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    [FactInBrowser]
    public async Task Every_link_that_starts_from_the_first_page_leads_somewhere() =>
        await site.ReadAsync(Device.Of("a desktop"), async reader =>
        {
            Note("/", "/", "the start");
            while (toAsk.Count > 0)
            {
                var next = Enumerable.Range(0, Math.Min(AskedAtATime, toAsk.Count)).Select(_ => toAsk.Dequeue()).ToList();
                var answers = await Task.WhenAll(next.Select(link => AskAsync(link.Address)));
                foreach (var ((address, from), (status, html)) in next.Zip(answers))
                    await NoteAsync(reader, address, from, status, html);
            }

            faults.AddRange(fragments
                .Where(link => ids.TryGetValue(link.Page, out var places) && !places.Contains(link.Fragment))
                .Select(link => $"{link.From}: {link.Page} has no #{link.Fragment}"));

            output.WriteLine($"{asked.Count} addresses asked, {ids.Count} of them pages; {outside.Count} addresses elsewhere:");
            output.WriteLine(string.Join('\n', outside));
            Assert.True(ids.Count > 50, $"Only {ids.Count} pages were found.");
            Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        });

    /// <summary>Asks for an address, and returns the status, OK where a refusal is documented, and the text of a page.</summary>
    private async Task<(HttpStatusCode Status, string? Html)> AskAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.8");
        using var answer = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = await IsRefusedQuestionAsync(address, answer) ? HttpStatusCode.OK : answer.StatusCode;
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html" && !IsManual(address);
        return (status, isPage ? await answer.Content.ReadAsStringAsync() : null);
    }

    private async Task NoteAsync(Reader reader, string address, string from, HttpStatusCode status, string? html)
    {
        if (status != HttpStatusCode.OK)
            faults.Add($"{from}: {address} answered {(int)status}");
        if (html is null)
            return;
        var links = await Links.OfAsync(reader.Page, html);
        ids[address] = links.Ids;
        faults.AddRange(links.Ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"{address}: the id {same.Key} {same.Count()} times"));
        faults.AddRange(links.Unguarded.Select(link => $"{address}: {link} is told where the reader came from"));
        foreach (var link in links.Addresses)
            Note(address, link, address);
    }

    /// <summary>A question that a claim asks, and that so far too few studies answer: documented, and shown with the form to mend it.</summary>
    private static async Task<bool> IsRefusedQuestionAsync(string address, HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.UnprocessableEntity
        && (address.StartsWith("/meta-analysis?", StringComparison.Ordinal)
            || (address.StartsWith("/v1/meta-analysis?", StringComparison.Ordinal)
                && (await answer.Content.ReadAsStringAsync()).Contains("urn:evidence:problem:cannot-be-pooled", StringComparison.Ordinal)));

    /// <summary>The pages of the API's manual are a program of its own, that writes its links when it runs.</summary>
    private static bool IsManual(string address) => address.StartsWith("/docs/", StringComparison.Ordinal);

    private void Note(string page, string link, string from)
    {
        var origin = new Uri(site.Origin);
        if (!Uri.TryCreate(new Uri(origin, page), link, out var target))
        {
            faults.Add($"{from}: {link} is no address");
            return;
        }

        if (!origin.IsBaseOf(target))
        {
            NoteOutside(target, from);
            return;
        }

        var address = target.PathAndQuery;
        if (target.Fragment.Length > 1)
            fragments.Add((address, Uri.UnescapeDataString(target.Fragment[1..]), from));
        if (asked.Contains(address) || queries.GetValueOrDefault(target.AbsolutePath) >= QueriesOfAPath)
            return;
        queries[target.AbsolutePath] = queries.GetValueOrDefault(target.AbsolutePath) + 1;
        asked.Add(address);
        toAsk.Enqueue((address, from));
    }

    private void NoteOutside(Uri target, string from)
    {
        outside.Add(target.AbsoluteUri);
        if (target.Scheme != Uri.UriSchemeHttps && !OtherSchemes.Contains(target.Scheme) && !recorded.Value.Contains(target.OriginalString, StringComparison.Ordinal))
            faults.Add($"{from}: {target} is not https");
    }
}
