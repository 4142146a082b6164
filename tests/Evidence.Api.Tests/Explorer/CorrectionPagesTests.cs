using System.Net;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed class CorrectionPagesTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private const string Form = "/corrections/new?study=zarate-2006";
    private const string Contact = "reader@example.org";

    [Fact]
    public async Task A_report_is_taken_decided_and_shown_to_all_without_the_contact()
    {
        using var reader = new Browser(service.Client.BaseAddress!);
        using var sent = await reader.PostAsync(
            "/corrections/new", await reader.FieldsAsync(Form),
            ("place", "/enrolled"), ("proposed", "20"), ("source", "The article, page 858"), ("note", "Counted again"), ("contact", Contact));
        var page = sent.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.Matches("^/corrections/[a-z2-9]{12}$", page);
        Assert.Contains("Thank you", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (var address in new[] { page, "/corrections", "/corrections?study=zarate-2006&status=open" })
        {
            var seen = await reader.TextAsync(address);
            Assert.Contains("/enrolled", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(Contact, seen, StringComparison.Ordinal);
            Assert.DoesNotContain("<h2 id=\"decide\">", seen, StringComparison.Ordinal);
        }

        using var curator = await Browser.SignedInOnceAsync(service);
        Assert.Contains(Contact, await curator.TextAsync(page), StringComparison.Ordinal);
        Assert.Contains(page, await curator.TextAsync("/curate"), StringComparison.Ordinal);
        var fields = await curator.FieldsAsync(page);
        using var silent = await curator.PostAsync(page + "/decision", fields, ("decision", "decline"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("id=\"reason-error\">", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var accepted = await curator.PostAsync(page + "/decision", fields, ("decision", "accept"));

        Assert.Equal(page, accepted.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(20, (await service.Client.JsonAsync("/v1/studies/zarate-2006")).GetProperty("enrolled").GetInt32());
        var shown = await reader.TextAsync(page);
        Assert.Contains("Accepted", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Contact, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_without_being_signed_in()
    {
        using var reader = new Browser(service.Client.BaseAddress!);
        var fields = await reader.FieldsAsync(Form);
        using var sent = await reader.PostAsync("/corrections/new", fields, ("place", "/title"), ("proposed", "Another title"), ("source", "The article"));

        using var tried = await reader.PostAsync(sent.RequestMessage!.RequestUri!.AbsolutePath + "/decision", fields, ("decision", "accept"));

        Assert.Equal(HttpStatusCode.Unauthorized, tried.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        using var reader = new Browser(service.Client.BaseAddress!);

        using var refused = await reader.PostAsync("/corrections/new", await reader.FieldsAsync(Form), ("pointer", "/enroled"), ("proposed", "20"), ("source", "Page 858"));
        var html = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Matches("""id="pointer" name="pointer"[^>]*value="/enroled"[^>]*aria-describedby="pointer-error pointer-hint" aria-invalid="true".*id="pointer-error">""", html);
        Assert.Contains("value=\"Page 858\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5", 422)]
    [InlineData("007", 422)]
    [InlineData("\u221217", 200)]
    public async Task Where_a_number_stands_a_number_is_asked_for(string typed, int status)
    {
        using var reader = new Browser(service.Client.BaseAddress!);

        using var answer = await reader.PostAsync("/corrections/new", await reader.FieldsAsync(Form), ("place", "/enrolled"), ("proposed", typed), ("source", "Page 858"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 422, (await answer.Content.ReadAsStringAsync()).Contains("A number stands there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_curator_names_a_revision_and_all_can_cite_it()
    {
        using var curator = await Browser.SignedInOnceAsync(service);
        var fields = await curator.FieldsAsync("/curate/releases");

        using var wrong = await curator.PostAsync("/curate/releases", fields, ("name", "November"), ("notes", "The first"));
        using var made = await curator.PostAsync("/curate/releases", fields, ("name", "2026.11"), ("notes", "The first"));
        using var again = await curator.PostAsync("/curate/releases", fields, ("name", "2026.11"), ("notes", "The second"));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { wrong, made, again }.Select(answer => answer.StatusCode));
        var checksum = (await service.Client.JsonAsync("/v1/releases/2026.11")).GetProperty("checksum").GetString()!;
        var page = await service.Client.TextAsync("/releases");
        Assert.Contains(checksum, page, StringComparison.Ordinal);
        Assert.Contains("/v1/citation?release=2026.11", page, StringComparison.Ordinal);
    }
}
