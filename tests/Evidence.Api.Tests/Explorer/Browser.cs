using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Keys;

namespace Evidence.Api.Tests.Explorer;

/// <summary>A reader's browser as far as forms go: it keeps cookies, sends the fields of a page's form, and follows where it is led.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(Uri address) => client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    /// <summary>A browser in which a new curator has signed in.</summary>
    public static async Task<Browser> SignedInAsync(EvidenceService service)
    {
        var browser = new Browser(service.Client.BaseAddress!);
        using var answer = await browser.SignInAsync((await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator)).Key);
        Assert.Equal("/curate", answer.RequestMessage!.RequestUri!.AbsolutePath);
        return browser;
    }

    /// <summary>The same without the page for it, whose tries are bounded.</summary>
    public static async Task<Browser> SignedInOnceAsync(EvidenceService service)
    {
        var browser = new Browser(service.Client.BaseAddress!);
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);
        browser.Cookies.SetCookies(service.Client.BaseAddress!, await service.StartSessionAsync(key.Id));
        return browser;
    }

    public async Task<HttpResponseMessage> SignInAsync(string key, string next = "/curate") =>
        await PostAsync("/sign-in", await FieldsAsync("/sign-in?next=" + Uri.EscapeDataString(next)), ("key", key));

    public Task<HttpResponseMessage> GetAsync(string address) => client.AskAsync(address);

    public async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await client.TextAsync(address));

    /// <summary>What the form of a page would send: hidden fields and the record as text.</summary>
    public async Task<Dictionary<string, string>> FieldsAsync(string address) => FieldsOf(await client.TextAsync(address));

    public static Dictionary<string, string> FieldsOf(string html)
    {
        var fields = Hidden().Matches(html).GroupBy(match => match.Groups["name"].Value).ToDictionary(group => group.Key, group => WebUtility.HtmlDecode(group.First().Groups["value"].Value));
        if (Area().Match(html) is { Success: true } area)
            fields["record"] = WebUtility.HtmlDecode(area.Groups["text"].Value);
        return fields;
    }

    public async Task<HttpResponseMessage> PostAsync(string address, IReadOnlyDictionary<string, string> fields, params (string Name, string Value)[] typed)
    {
        var all = new Dictionary<string, string>(fields);
        foreach (var (name, value) in typed)
            all[name] = value;
        return await SendAsync(address, all);
    }

    /// <summary>Sends fields in their order, of which several may have one name.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await SendAsync(address, form);
    }

    /// <summary>Sends a form as it is written.</summary>
    public Task<HttpResponseMessage> SendAsync(string address, HttpContent form) => client.PostAsync(new Uri(address, UriKind.Relative), form);

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<textarea id="json"[^>]*>(?<text>[^<]*)</textarea>""")]
    private static partial Regex Area();
}
