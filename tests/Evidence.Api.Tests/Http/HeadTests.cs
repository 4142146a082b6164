using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class HeadTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    /// <summary>Every route of the document, and what is wrong in ordinary ways.</summary>
    private static readonly string[] Wrong = ["/v1/nothing", "/v1/studies?bogus=1", "/v1/studies/no-such", "/v1/studies?revision=99", "/v1/lookup"];

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    public async Task Head_is_get_without_the_body(string encoding)
    {
        var document = await service.Client.JsonAsync("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _) && !path.Name.EndsWith("/stream", StringComparison.Ordinal)) // It does not end.
            .Select(path => Example(path.Name)).Concat(Wrong).ToList();
        Assert.True(paths.Count > 25);
        foreach (var path in paths)
        {
            using var get = await service.Client.AskAsync(path, ("Accept-Encoding", encoding));
            using var head = await service.Client.AskAsync(HttpMethod.Head, path, ("Accept-Encoding", encoding));
            Assert.Equal((path, get.StatusCode), (path, head.StatusCode));
            Assert.Equal((path, Headers(get)), (path, Headers(head)));
            Assert.Equal("", await head.Content.ReadAsStringAsync());
        }
    }

    private static string Example(string path) => path
        .Replace("/claims/{id}", "/claims/onset-within-hours", StringComparison.Ordinal)
        .Replace("{id}", "zarate-2006", StringComparison.Ordinal)
        .Replace("{name}", "design", StringComparison.Ordinal)
        .Replace("/v1/lookup", "/v1/lookup?id=NCT00088699", StringComparison.Ordinal);

    /// <summary>Headers that belong to how the body is sent may be left out of an answer without one (RFC 9110, 9.3.2).</summary>
    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding"))
        .Where(header => header.Key != "Content-Length" || response.Header("Transfer-Encoding") is null)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Order(StringComparer.Ordinal));
}
