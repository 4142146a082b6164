using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Curate;

namespace Evidence.Api.Tests.Explorer;

public sealed partial class StudyEditTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private const string Address = "/curate/studies/zarate-2006";

    /// <summary>The form with the record in JSON; StudyFieldsTests has that of fields.</summary>
    private const string AsText = "?as=json";

    [Fact]
    public async Task A_finding_stands_with_its_line_and_what_was_typed_stays()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var fields = await browser.FieldsAsync(Address + AsText);
        var typed = Replace(fields["record"], "\"n\": 17", "\"n\": -1");
        var line = typed[..typed.IndexOf("\"n\": -1", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

        using var answer = await browser.PostAsync(Address, fields, ("record", typed), ("act", "check"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Matches($"""<span class="line">Line {line}</span>\s*<code class="pointer">/outcomes/0/results/0/n</code>\s*</p>\s*<p>-1 is negative""", html);
        Assert.Equal(typed, Browser.FieldsOf(html)["record"]);
    }

    [Fact]
    public async Task A_session_that_ended_takes_nothing_that_was_typed_with_it()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var before = await NewestAsync();
        var fields = await browser.FieldsAsync(Address + AsText);
        var typed = Replace(fields["record"], "\"enrolled\": 18", "\"enrolled\": 19");
        using var gone = await browser.PostAsync("/sign-out", await browser.FieldsAsync("/curate"));

        using var answer = await browser.PostAsync(Address, fields, ("record", typed), ("reason", "Read again"), ("act", "save"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(typed, Browser.FieldsOf(html)["record"]);
        Assert.Contains("value=\"Read again\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in\"", html, StringComparison.Ordinal);
        Assert.Equal(before, await NewestAsync());
    }

    [Fact]
    public async Task A_new_study_never_replaces_one_that_has_its_identifier()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var before = await NewestAsync();
        var record = (await browser.FieldsAsync("/curate/studies/hu-2016" + AsText))["record"];
        var fields = await browser.FieldsAsync("/curate/new-study" + AsText);
        var typed = Replace(record, "\"enrolled\": ", "\"enrolled\": 1");

        using var first = await browser.PostAsync("/curate/new-study", fields, ("record", typed), ("reason", "New"), ("act", "save"));
        using var second = await browser.PostAsync("/curate/new-study", Browser.FieldsOf(await first.Content.ReadAsStringAsync()), ("reason", "New"), ("act", "save"));

        Assert.Equal([412, 412], new[] { first, second }.Select(answer => (int)answer.StatusCode));
        Assert.Contains("has a study &#x27;hu-2016&#x27; already", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await NewestAsync());
    }

    [Fact]
    public async Task A_text_that_is_no_JSON_is_refused_with_the_line_of_the_fault()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var fields = await browser.FieldsAsync(Address + AsText);

        using var answer = await browser.PostAsync(Address, fields, ("record", "{\n  \"id\": \"x\",\n  oops\n}"), ("act", "check"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<span class=\"line\">Line 3</span>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_writes_nothing_and_saving_takes_a_reason()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var before = await NewestAsync();
        var fields = await browser.FieldsAsync(Address + AsText);
        var typed = Replace(fields["record"], "\"enrolled\": 18", "\"enrolled\": 19");

        using var checkedOnly = await browser.PostAsync(Address, fields, ("record", typed), ("act", "check"));
        using var silent = await browser.PostAsync(Address, fields, ("record", typed), ("act", "save"));

        Assert.Equal(HttpStatusCode.OK, checkedOnly.StatusCode);
        Assert.Contains("Saving it makes a new version", await checkedOnly.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("id=\"reason-error\">Say why", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await NewestAsync());
    }

    [Fact]
    public async Task Saving_is_one_revision_that_names_curator_and_reason()
    {
        const string Chen = "/curate/studies/chen-2023";
        using var browser = await Browser.SignedInOnceAsync(service);
        var fields = await browser.FieldsAsync(Chen + AsText);
        var before = await NewestAsync();

        using var saved = await browser.PostAsync(Chen, fields, ("record", Replace(fields["record"], "\"label\": \"", "\"label\": \"A ")), ("reason", "Label read again"), ("act", "save"));

        Assert.Equal($"?saved={before + 1}", saved.RequestMessage!.RequestUri!.Query);
        var revision = (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0];
        Assert.Equal("Label read again", revision.GetProperty("reason").GetString());
        Assert.Matches("^Jane Doe \\(key [a-z2-9]{12}\\)$", revision.GetProperty("actor").GetString());
        Assert.StartsWith("A ", (await service.Client.JsonAsync("/v1/studies/chen-2023")).GetProperty("label").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_curators_the_second_sees_what_the_first_wrote_and_loses_nothing()
    {
        const string Daly = "/curate/studies/daly-2018";
        using var first = await Browser.SignedInOnceAsync(service);
        using var second = await Browser.SignedInOnceAsync(service);
        var (hers, his) = (await first.FieldsAsync(Daly + AsText), await second.FieldsAsync(Daly + AsText));
        var typed = Replace(his["record"], "\"summary\": \"", "\"summary\": \"His words. ");

        using var saved = await first.PostAsync(Daly, hers, ("record", Replace(hers["record"], "\"title\": \"", "\"title\": \"Hers: ")), ("reason", "Title"), ("act", "save"));
        using var refused = await second.PostAsync(Daly, his, ("record", typed), ("reason", "Summary"), ("act", "save"));
        var html = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal(typed, Browser.FieldsOf(html)["record"]);
        var theirs = html[html.IndexOf("id=\"theirs\"", StringComparison.Ordinal)..html.IndexOf("id=\"mine\"", StringComparison.Ordinal)];
        Assert.Equal(["title"], Field().Matches(theirs).Select(match => match.Groups["path"].Value));
        Assert.Equal(["title", "summary"], Field().Matches(html[html.IndexOf("id=\"mine\"", StringComparison.Ordinal)..]).Select(match => match.Groups["path"].Value));
        Assert.StartsWith("Hers: ", (await service.Client.JsonAsync("/v1/studies/daly-2018")).GetProperty("title").GetString(), StringComparison.Ordinal);

        using var again = await second.PostAsync(Daly, Browser.FieldsOf(html), ("reason", "Summary"), ("act", "save"));
        Assert.Contains("?saved=", again.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_added_withdrawn_for_a_reason_and_put_back()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var record = Replace((await browser.FieldsAsync("/curate/studies/canuso-2018" + AsText))["record"], "\"id\": \"canuso-2018\"", "\"id\": \"added-2026\"");
        var fields = await browser.FieldsAsync("/curate/new-study" + AsText);

        using var added = await browser.PostAsync("/curate/new-study", fields, ("record", record), ("reason", "Read in full"), ("act", "save"));
        Assert.Equal("/curate/studies/added-2026", added.RequestMessage!.RequestUri!.AbsolutePath);

        var asked = await browser.FieldsAsync("/curate/studies/added-2026/withdrawal");
        using var unsure = await browser.PostAsync("/curate/studies/added-2026/withdrawal", asked, ("reason", "Entered twice"));
        using var silent = await browser.PostAsync("/curate/studies/added-2026/withdrawal", asked, ("sure", "yes"));
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], new[] { unsure.StatusCode, silent.StatusCode });
        using var there = await service.Client.AskAsync("/v1/studies/added-2026");
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);

        using var withdrawn = await browser.PostAsync("/curate/studies/added-2026/withdrawal", asked, ("reason", "Entered twice"), ("sure", "yes"));
        using var gone = await service.Client.AskAsync("/v1/studies/added-2026");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);

        var old = "/curate/studies/added-2026?as=json&revision=" + (await NewestAsync() - 1).ToString(CultureInfo.InvariantCulture);
        using var back = await browser.PostAsync("/curate/studies/added-2026", await browser.FieldsAsync(old), ("reason", "It was another trial"), ("act", "save"));
        Assert.Contains("?saved=", back.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("/a", 2)]
    [InlineData("/a/0/b~0~1c", 3)]
    [InlineData("/a/1", 4)]
    [InlineData("/a/1/d", 5)]
    [InlineData("/a/1/missing", 4)]
    public void The_line_of_a_member_that_is_missing_is_that_of_what_it_is_missing_in(string pointer, int line) =>
        Assert.Equal(line, new JsonLines("{\n \"a\": [\n  {\"b~/c\": 1},\n  {\n   \"d\": 2}\n ]\n}").FindLine(pointer));

    private async Task<long> NewestAsync() => (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0].GetProperty("number").GetInt64();

    private static string Replace(string text, string old, string @new)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{old} is not there");
        return text[..at] + @new + text[(at + old.Length)..];
    }

    [GeneratedRegex("""<th scope="row"><code>(?<path>[^<]+)</code></th>""")]
    private static partial Regex Field();
}
