using System.Net.Http.Headers;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Routing;

namespace Evidence.Api.Tests.Security;

/// <summary>
/// <c>endpoints.txt</c> says of every endpoint what it answers to nobody, to an expired key, to a curator and to an admin. An endpoint without a row fails.
/// </summary>
public sealed class EveryEndpointTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private static readonly IReadOnlyList<Row> Rows =
        [.. File.ReadLines(Repository.At("tests/Evidence.Api.Tests/Security/endpoints.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Row.Of)];

    [Fact]
    public void Every_endpoint_has_one_row()
    {
        var app = Program.Build(["--ConnectionStrings:Evidence=Host=nowhere"]);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Where(method => method != "HEAD")
                .Select(method => $"{method} {route.RoutePattern.RawText}"));

        Assert.Equal(endpoints.Distinct().Order(StringComparer.Ordinal), Rows.Select(row => $"{row.Method} {row.Pattern}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_endpoint_answers_each_role_as_its_row_says()
    {
        var expired = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Admin, DateTimeOffset.UnixEpoch.AddDays(1));
        var curator = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);
        var admin = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Admin);
        var study = await service.Client.GetByteArrayAsync(new Uri("/v1/studies/zarate-2006", UriKind.Relative));
        var wrong = new List<string>();
        foreach (var row in Rows)
        {
            var answered = new List<int>();
            foreach (var key in new[] { null, expired.Key, curator.Key, admin.Key })
                answered.Add(await StatusAsync(row, key, study));
            if (!answered.SequenceEqual(row.Statuses))
                wrong.Add($"{row.Method} {row.Pattern}: {string.Join(' ', answered)}, expected {string.Join(' ', row.Statuses)}");
        }

        Assert.Empty(wrong);
    }

    private async Task<int> StatusAsync(Row row, string? key, byte[] study)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), new Uri(row.Address, UriKind.Relative));
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (row.Method is "PUT" or "DELETE")
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        if (row.Body is { } body)
            request.Content = new ByteArrayContent(body == "study" ? study : System.Text.Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)response.StatusCode;
    }

    /// <summary>A line: method, pattern, address, four statuses, and a body where there is one.</summary>
    private sealed record Row(string Method, string Pattern, string Address, IReadOnlyList<int> Statuses, string? Body)
    {
        public static Row Of(string line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var (method, pattern) = (cells[0].Split(' ')[0], cells[0].Split(' ')[1]);
            return new Row(method, pattern, cells[1].Length > 0 ? cells[1] : pattern, [.. cells[2].Split(' ').Select(int.Parse)], cells.Length > 3 ? cells[3] : null);
        }
    }
}
