using System.Net.Sockets;
using System.Text;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

/// <summary>Requests that no client library sends. What is not HTTP, the server refuses before the service sees it: with a status and no body.</summary>
public sealed class RawRequestTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Theory]
    [InlineData("GET /v1/studies/%00 HTTP/1.1\r\nHost: x\r\n", 400)] // A path has no NUL.
    [InlineData("GET /v1/studies?q=é HTTP/1.1\r\nHost: x\r\n", 400)] // An address is ASCII.
    [InlineData("GET /v1/studies HTTP/1.1\r\n", 400)] // No Host.
    [InlineData("GET /v1/studies HTTP/1.1\r\nHost: a\r\nHost: b\r\n", 400)]
    [InlineData("GET /v1/studies HTTP/1.1\r\nHost: a\"><script>\r\n", 400)]
    [InlineData("GET /v1/studies HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n", 400)]
    [InlineData("GET http://elsewhere/v1/studies HTTP/1.1\r\nHost: x\r\n", 400)]
    [InlineData("GET /v1/studies HTTP/9.9\r\nHost: x\r\n", 505)]
    [InlineData("nonsense\r\n", 400)]
    [InlineData("GET /v1/studies HTTP/1.1\r\nHost: x\r\nX-Large: {40000}\r\n", 431)]
    [InlineData("GET /v1/studies?q={2000000} HTTP/1.1\r\nHost: x\r\n", 414)]
    [InlineData("GET /v1/studies?q=a\tb HTTP/1.1\r\nHost: x\r\n", 400)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\n", 405)]
    [InlineData("CONNECT /v1/studies HTTP/1.1\r\nHost: x\r\n", 405)]
    [InlineData("GET /v1/studies?limit=1 HTTP/1.1\r\nHost: x\r\nExpect: miracle\r\n", 200)]
    [InlineData("GET /v1/studies?limit=1 HTTP/1.1\r\nHost: x\r\nRange: bytes=0-10\r\n", 200)] // Ranges are not served, which is allowed.
    [InlineData("GET /v1/studies?limit=1 HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\n", 200)]
    public async Task What_is_hardly_a_request_gets_a_status_and_never_a_fault(string request, int status)
    {
        var answer = await SendAsync(request);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Characters_that_would_end_a_link_early_are_escaped_in_it()
    {
        var answer = await SendAsync("GET /v1/studies?limit=1&q=ketamine>\"< HTTP/1.1\r\nHost: x\r\n");
        Assert.Contains("\r\nContent-Location: /v1/studies?limit=1&q=ketamine%3E%22%3C&revision=1\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nLink: <http://x/v1/studies?limit=1&q=ketamine%3E%22%3C&cursor=", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_names_no_host_gets_relative_links()
    {
        var answer = await SendAsync("GET /v1/studies?limit=1 HTTP/1.0\r\n");
        Assert.Contains("\r\nLink: </v1/studies?limit=1&cursor=", answer, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string head)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port);
        var filled = head.Replace("{40000}", new string('x', 40_000), StringComparison.Ordinal).Replace("{2000000}", new string('x', 2_000_000), StringComparison.Ordinal);
        var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(filled + "Connection: close\r\n\r\n"));
        }
        catch (IOException)
        {
            // The server has heard enough; its answer is there all the same.
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(limit.Token);
    }
}
