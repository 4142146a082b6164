using System.Net;
using System.Text.RegularExpressions;

namespace Evidence.Api.Tests.Explorer;

/// <summary>The form of a record's fields as a browser reads it from the page: what it would send, in the page's order.</summary>
internal sealed partial record RecordForm(string Html, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static RecordForm Of(string html)
    {
        var form = Form().Match(html);
        Assert.True(form.Success, "The page has no form of a record");
        return new RecordForm(html, [.. Controls().Matches(form.Value).Where(IsSent).Select(control => KeyValuePair.Create(Attribute(control, "name")!, ValueOf(control)))]);
    }

    public static async Task<RecordForm> AtAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return Of(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The fields of the record, without the token, which is another one each time that a page is made.</summary>
    public IEnumerable<KeyValuePair<string, string>> Content => Fields.Where(one => one.Key != "form-token");

    public string this[string name] => Assert.Single(Fields, field => field.Key == name).Value;

    public bool Has(string name) => Fields.Any(field => field.Key == name);

    /// <summary>The same with something else typed into fields that are there, or sent beside them.</summary>
    public RecordForm With(params (string Name, string Value)[] typed) => this with
    {
        Fields = [.. Fields.Where(field => !typed.Any(other => other.Name == field.Key)), .. typed.Select(other => KeyValuePair.Create(other.Name, other.Value))],
    };

    public Task<HttpResponseMessage> SendAsync(Browser browser, string address, string act) => browser.SendAsync(address, [.. Fields, KeyValuePair.Create("act", act)]);

    /// <summary>The start tag of the element with that identifier.</summary>
    public string TagOf(string id) => Regex.Match(Html, $"<[a-z]+ [^>]*\\bid=\"{Regex.Escape(id)}\"[^>]*>").Value;

    private static bool IsSent(Match control) =>
        Attribute(control, "name") is not null && (Attribute(control, "type") != "checkbox" || control.Groups["attributes"].Value.Contains(" checked", StringComparison.Ordinal));

    private static string ValueOf(Match control)
    {
        if (control.Groups["text"] is { Success: true } text)
            return WebUtility.HtmlDecode(text.Value);
        if (!control.Groups["options"].Success)
            return Attribute(control, "value") ?? "";
        var options = Options().Matches(control.Groups["options"].Value);
        return Attribute(options.FirstOrDefault(option => option.Value.Contains(" selected", StringComparison.Ordinal)) ?? options[0], "value") ?? "";
    }

    private static string? Attribute(Match tag, string name) =>
        Regex.Match(tag.Groups["attributes"].Value, $"(?<![a-z-]){name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("""<form class="edit".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input (?<attributes>[^>]*)>|<select (?<attributes>[^>]*)>(?<options>.*?)</select>|<textarea (?<attributes>[^>]*)>(?<text>[^<]*)</textarea>""", RegexOptions.Singleline)]
    private static partial Regex Controls();

    [GeneratedRegex("<option(?<attributes>[^>]*)>")]
    private static partial Regex Options();
}
