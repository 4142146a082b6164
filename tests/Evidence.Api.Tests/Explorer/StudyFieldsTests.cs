using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Curate.Fields;

namespace Evidence.Api.Tests.Explorer;

public sealed class StudyFieldsTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private const string Address = "/curate/studies/zarate-2006";
    private const string New = "/curate/new-study";

    [Fact]
    public async Task Every_study_of_the_catalogue_says_the_same_after_its_fields_were_sent()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var ids = Directory.EnumerateFiles(Repository.At("db/catalogue/studies"), "*.json").Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.NotEmpty(ids);
        var changed = new List<string>();
        foreach (var id in ids)
        {
            var address = $"/curate/studies/{id}";
            var form = await RecordForm.AtAsync(browser, address);
            using var answer = await form.SendAsync(browser, address, "check");
            if (!(await answer.Content.ReadAsStringAsync()).Contains("Nothing to write: the record says this already.", StringComparison.Ordinal))
                changed.Add(id!);
        }

        Assert.Empty(changed);
    }

    [Fact]
    public async Task A_finding_stands_beside_its_field_and_the_list_above_leads_to_it()
    {
        const string Field = "/outcomes/1/results/0/n";
        using var browser = await Browser.SignedInOnceAsync(service);
        var form = await RecordForm.AtAsync(browser, Address);
        Assert.DoesNotContain(" open", form.TagOf("/outcomes/1"), StringComparison.Ordinal);

        using var answer = await form.With((Field, "-1")).SendAsync(browser, Address, "check");
        var refused = RecordForm.Of(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("-1", refused[Field]);
        Assert.Contains("aria-invalid=\"true\"", refused.TagOf(Field), StringComparison.Ordinal);
        Assert.Contains($"aria-describedby=\"{Field}-found about/outcomes/results/n\"", refused.TagOf(Field), StringComparison.Ordinal);
        Assert.Matches($"""id="{Field}-found">\s*<p><strong>Refused:</strong> -1 is negative""", refused.Html);
        Assert.Matches($"""<a class="line" href="#{Field}">Outcome 2 › Arm result 1 › N</a>""", WebUtility.HtmlDecode(refused.Html));
        Assert.Contains(" open", refused.TagOf("/outcomes/1"), StringComparison.Ordinal);
        Assert.DoesNotContain(" open", refused.TagOf("/outcomes/0"), StringComparison.Ordinal);
        Assert.All(Regex.Matches(refused.Html, "aria-describedby=\"([^\"]+)\"").SelectMany(match => match.Groups[1].Value.Split(' ')), id => Assert.NotEqual("", refused.TagOf(id)));
    }

    [Fact]
    public async Task What_is_no_number_comes_back_as_it_was_typed_and_each_has_its_fault()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var form = (await RecordForm.AtAsync(browser, Address)).With(("/enrolled", "eighteen"), ("/outcomes/0/timeHours", "24 h"), ("/extraction/date", "last year"), ("/label", "Another label"));

        using var answer = await form.SendAsync(browser, Address, "save");
        var refused = RecordForm.Of(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(form.Content.OrderBy(field => field.Key, StringComparer.Ordinal), refused.Content.OrderBy(field => field.Key, StringComparer.Ordinal));
        Assert.Matches("""id="/enrolled-found">\s*<p><strong>Refused:</strong> Found (&#x27;|')eighteen(&#x27;|'); expected a whole number""", refused.Html);
        Assert.Contains("expected a number", refused.Html, StringComparison.Ordinal);
        Assert.Contains("expected a date", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_keeps_its_digits_and_an_empty_field_is_absent()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var form = (await RecordForm.AtAsync(browser, Address)).With(("/arms/0/dose", " 0.50 "), ("/outcomes/0/withinPersonCorrelation", "\u2212.10"), ("/enrolled", ""));

        using var answer = await form.SendAsync(browser, Address, "json");
        var text = Browser.FieldsOf(await answer.Content.ReadAsStringAsync())["record"];

        Assert.Contains("\"dose\": 0.50,", text, StringComparison.Ordinal);
        Assert.Contains("\"withinPersonCorrelation\": -0.10,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"enrolled\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_and_records_are_added_and_taken_away_and_nothing_is_saved()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var before = await NewestAsync();
        var form = (await RecordForm.AtAsync(browser, Address)).With(("/label", "Typed"), ("/enrolled", "eighteen"));
        Assert.Contains($"formaction=\"{Address}#/arms/2\"", form.Html, StringComparison.Ordinal);

        var added = await ActAsync(browser, form, "add /arms/2");
        var typed = added.With(("/arms/2/label", "A third"));
        var fewer = await ActAsync(browser, typed, "remove /arms/0");
        var assessed = await ActAsync(browser, fewer, "add /outcomes/0/riskOfBias");
        var judged = await ActAsync(browser, assessed, "add /outcomes/0/riskOfBias/domains/0");
        var bare = await ActAsync(browser, judged, "remove /outcomes/0/riskOfBias");

        Assert.Equal("", added["/arms/2/label"]);
        Assert.Contains(" open", added.TagOf("/arms/2"), StringComparison.Ordinal);
        Assert.Equal((form["/arms/1/label"], "A third"), (fewer["/arms/0/label"], fewer["/arms/1/label"]));
        Assert.False(fewer.Has("/arms/2/label"));
        Assert.Equal("", judged["/outcomes/0/riskOfBias/domains/0/judgement"]);
        Assert.Contains(" open", judged.TagOf("/outcomes/0"), StringComparison.Ordinal);
        Assert.Equal(fewer.Content, bare.Content);
        Assert.Equal(("Typed", "eighteen"), (bare["/label"], bare["/enrolled"]));
        Assert.Equal(before, await NewestAsync());
    }

    [Fact]
    public async Task A_list_that_was_not_there_is_not_there_after_its_first_item_was_added_and_taken_away()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var form = await RecordForm.AtAsync(browser, Address);

        var added = await ActAsync(browser, form, "add /sharesParticipantsWith/0");
        var bare = await ActAsync(browser, added, "remove /sharesParticipantsWith/0");
        using var answer = await bare.SendAsync(browser, Address, "check");

        Assert.Contains("Nothing to write", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_curators_the_second_keeps_what_was_typed_and_may_save_it_then()
    {
        const string Daly = "/curate/studies/daly-2018";
        using var first = await Browser.SignedInOnceAsync(service);
        using var second = await Browser.SignedInOnceAsync(service);
        var (hers, his) = (await RecordForm.AtAsync(first, Daly), await RecordForm.AtAsync(second, Daly));

        using var saved = await hers.With(("/title", "Her title"), ("reason", "Title")).SendAsync(first, Daly, "save");
        using var refused = await his.With(("/summary", "His summary."), ("reason", "Summary")).SendAsync(second, Daly, "save");
        var met = RecordForm.Of(await refused.Content.ReadAsStringAsync());

        Assert.Contains("?saved=", saved.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Contains("Somebody else was faster", met.Html, StringComparison.Ordinal);
        Assert.Equal(("His summary.", his["/title"], "Summary"), (met["/summary"], met["/title"], met["reason"]));

        using var again = await met.With(("/title", "Her title")).SendAsync(second, Daly, "save");
        Assert.Contains("?saved=", again.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        var study = await service.Client.JsonAsync("/v1/studies/daly-2018");
        Assert.Equal(("Her title", "His summary."), (study.GetProperty("title").GetString(), study.GetProperty("summary").GetString()));
    }

    [Fact]
    public async Task A_new_study_begins_with_nothing_and_is_added_by_its_fields()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var empty = await RecordForm.AtAsync(browser, New);
        Assert.False(empty.Has("/arms/0/id"));

        using var unfilled = await empty.SendAsync(browser, New, "check");
        var asked = RecordForm.Of(await unfilled.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unfilled.StatusCode);
        foreach (var field in new[] { "/id", "/design", "/population/treatmentResistant", "/extraction/checked", "/extraction/date" })
            Assert.Contains("aria-invalid=\"true\"", asked.TagOf(field), StringComparison.Ordinal);

        var other = await RecordForm.AtAsync(browser, "/curate/studies/maeng-2008");
        var typed = other.With(("/id", "typed-2026"), ("tag", ""), ("reason", "Read in full"));
        using var added = await typed.SendAsync(browser, New, "save");

        Assert.Equal("/curate/studies/typed-2026", added.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(other["/title"], (await service.Client.JsonAsync("/v1/studies/typed-2026")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Fields_become_text_and_text_becomes_fields_and_what_was_typed_goes_along()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var form = (await RecordForm.AtAsync(browser, Address)).With(("/label", "Typed"), ("/enrolled", "eighteen"), ("reason", "Why not"));

        using var answer = await form.SendAsync(browser, Address, "json");
        var text = Browser.FieldsOf(await answer.Content.ReadAsStringAsync());
        using var refused = await browser.PostAsync(Address, text, ("act", "fields"));
        using var mended = await browser.PostAsync(Address, text, ("record", text["record"].Replace("\"eighteen\"", "18", StringComparison.Ordinal)), ("reason", "Why not"), ("act", "fields"));
        var back = RecordForm.Of(await mended.Content.ReadAsStringAsync());

        Assert.Contains("\"enrolled\": \"eighteen\"", text["record"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(text["record"], Browser.FieldsOf(await refused.Content.ReadAsStringAsync())["record"]);
        Assert.Equal(form.With(("/enrolled", "18")).Content.OrderBy(field => field.Key, StringComparer.Ordinal), back.Content.OrderBy(field => field.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_fields_than_a_form_may_have_are_refused()
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var form = await RecordForm.AtAsync(browser, Address);
        var many = Enumerable.Range(0, FieldForm.MaxFields).Select(i => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"/sources/{i}/key"), "x"));

        using var answer = await browser.SendAsync(Address, [.. form.Fields, .. many]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "", "The whole record")]
    [InlineData("/nonsense/0", "", "The whole record")]
    [InlineData("/label", "/label", "Label")]
    [InlineData("/arms", "/arms", "Arms")]
    [InlineData("/arms/1", "/arms/1", "Arm 2")]
    [InlineData("/arms/1/doseUnit", "/arms/1/doseUnit", "Arm 2 › Dose unit")]
    [InlineData("/arms/2/label", "/arms", "Arms")]
    [InlineData("/countries/4", "/countries", "Countries")]
    [InlineData("/population/baseline", "/population/baseline", "Population › Baseline")]
    [InlineData("/riskOfBias/domains/0/judgement", "/riskOfBias", "Risk of bias")]
    public void A_finding_goes_to_the_field_or_group_that_is_nearest(string pointer, string place, string name)
    {
        var values = FieldValues.FromJson(JsonElement.Parse("""{"label": "x", "arms": [{"id": "a"}, {"id": "b"}], "countries": ["US"]}"""));

        Assert.Equal((place, name), FieldForm.FindNearest(pointer, values));
    }

    [Fact]
    public void Every_member_of_a_study_is_a_field_with_a_hint_or_a_group_with_fields()
    {
        Stack<FieldShape> open = new([FieldShape.Study]);
        var fields = new List<FieldShape>();
        while (open.TryPop(out var shape))
        {
            Assert.NotEmpty(shape.Members);
            fields.AddRange(shape.Members.Where(member => !member.IsGroup));
            foreach (var group in shape.Members.Where(member => member.IsGroup))
                open.Push(group);
        }

        Assert.Equal(fields.Count, fields.Select(field => field.Path).Distinct().Count());
        Assert.Empty(fields.Where(field => field.Hint.Length == 0).Select(field => field.Path));
    }

    private static async Task<RecordForm> ActAsync(Browser browser, RecordForm form, string act)
    {
        using var answer = await form.SendAsync(browser, Address, act);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return RecordForm.Of(await answer.Content.ReadAsStringAsync());
    }

    private async Task<long> NewestAsync() => (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0].GetProperty("number").GetInt64();
}
