using Evidence.Api.Tests.OpenApi;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Keys;

namespace Evidence.Api.Tests.Corrections;

public sealed class ContactTests(CorrectionService service) : IClassFixture<CorrectionService>
{
    private const string Contact = "reader-7f3a@example.org";

    [Fact]
    public async Task A_contact_is_shown_to_curators_and_in_no_public_answer()
    {
        var report = new { study = "zarate-2006", pointer = CorrectionService.Place, proposed = 18, source = "Table 1", contact = Contact };
        using var made = await service.Client.PostAsync("/v1/corrections", report, ("Idempotency-Key", "a key"));
        using var again = await service.Client.PostAsync("/v1/corrections", report, ("Idempotency-Key", "a key"));
        var id = (await made.JsonAsync()).GetProperty("id").GetString()!;
        using var asked = await service.Client.PostAsync($"/v1/corrections/{id}/decision", new { decision = "ask", reason = "Which table?" }, await service.KeyAsync());
        using var accepted = await service.Client.PostAsync($"/v1/corrections/{id}/decision", new { decision = "accept" }, await service.KeyAsync());
        Assert.Equal("201 201", $"{await asked.OutcomeAsync()} {await accepted.OutcomeAsync()}");

        var answers = new List<string>();
        foreach (var response in new[] { made, again, asked, accepted })
            answers.Add(await response.Content.ReadAsStringAsync());
        var contract = await Contract.OfAsync(service, Contract.Addresses[0]);
        foreach (var (path, operation) in contract.Reads)
        {
            var address = path.Contains("/corrections/", StringComparison.Ordinal) ? $"/v1/corrections/{id}" : contract.ExampleAddress(path, operation);
            using var response = await service.Client.AskAsync(address, await service.KeyAsync());
            answers.Add(await response.Content.ReadAsStringAsync());
        }

        Assert.True(answers.Count > 30, $"Only {answers.Count} answers were looked at.");
        Assert.Equal(4, answers.Count(answer => answer.StartsWith($"{{\"id\":\"{id}\"", StringComparison.Ordinal)) - 1);
        Assert.DoesNotContain(answers, answer => answer.Contains("reader-7f3a", StringComparison.Ordinal));

        using var anonymous = await service.Client.AskAsync($"/v1/corrections/{id}/contact");
        Assert.Equal("401 unauthenticated", await anonymous.OutcomeAsync());
        using var curator = await service.Client.AskAsync($"/v1/corrections/{id}/contact", await service.KeyAsync(Roles.Curator));
        Assert.Equal($$"""{"id":"{{id}}","contact":"{{Contact}}"}""", await curator.Content.ReadAsStringAsync());
        Assert.Equal("no-store", curator.Header("Cache-Control"));
        using var nothing = await service.Client.AskAsync("/v1/corrections/nothing/contact", await service.KeyAsync());
        Assert.Equal("404 not-found", await nothing.OutcomeAsync());
    }

    [Fact]
    public async Task Whoever_gives_no_contact_has_none()
    {
        var id = await service.ReportAsync("zarate-2006", 17, "/enrolled");

        Assert.Equal($$"""{"id":"{{id}}"}""", await service.Client.TextAsync($"/v1/corrections/{id}/contact", await service.KeyAsync()));
    }
}
