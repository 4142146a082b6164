using System.Net;
using System.Net.Http.Headers;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Commands;

public sealed class KeysTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private TestDatabase Database => new(service.ConnectionString);

    [Fact]
    public async Task A_key_is_printed_once_opens_the_service_and_is_refused_once_it_is_revoked()
    {
        var made = await EvidenceCommand.RunAsync(Database, "keys", "create", "--role", "admin", "--name", "Jane Doe", "--expires", "2999-12-31");
        var key = Assert.Single(made.Lines);
        var id = key.Split('_')[1];
        Assert.Equal(0, made.ExitCode);
        Assert.DoesNotContain(key, made.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));

        var listed = await EvidenceCommand.RunAsync(Database, "keys", "list");
        var line = Assert.Single(listed.Lines, line => line.StartsWith(id, StringComparison.Ordinal)).Split('\t');
        Assert.Equal([id, "admin", "holds"], line[..3]);
        Assert.Equal(["command line", "2999-12-31T00:00:00Z", "Jane Doe"], line[4..]);
        Assert.DoesNotContain(key, listed.Output, StringComparison.Ordinal);

        var revoked = await EvidenceCommand.RunAsync(Database, "keys", "revoke", id);
        Assert.Equal(0, revoked.ExitCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
        Assert.Contains($"{id}\tadmin\trevoked\t", (await EvidenceCommand.RunAsync(Database, "keys", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_past_and_a_key_that_does_not_exist_exit_with_1()
    {
        var past = await EvidenceCommand.RunAsync(Database, "keys", "create", "--role", "curator", "--name", "Late", "--expires", "2001-01-01");
        var unknown = await EvidenceCommand.RunAsync(Database, "keys", "revoke", "nosuchkey");

        Assert.Equal((1, ""), (past.ExitCode, past.Output));
        Assert.Contains("is past", past.Errors, StringComparison.Ordinal);
        Assert.Equal((1, ""), (unknown.ExitCode, unknown.Output));
        Assert.Contains("There is no key nosuchkey", unknown.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Late", (await EvidenceCommand.RunAsync(Database, "keys", "list")).Output, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/keys", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await service.Client.SendAsync(request);
        return response.StatusCode;
    }
}
