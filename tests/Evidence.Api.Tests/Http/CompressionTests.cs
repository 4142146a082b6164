using System.IO.Compression;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class CompressionTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("/v1/studies?limit=20", "gzip", "gzip")]
    [InlineData("/v1/studies?limit=20", "br", "br")]
    [InlineData("/v1/studies?limit=20", "gzip, br", "br")]
    [InlineData("/v1/studies.csv", "gzip", "gzip")]
    [InlineData("/v1/studies.ndjson", "br", "br")]
    [InlineData("/v1/studies.csv-metadata.json", "gzip", "gzip")]
    [InlineData("/v1/studies?bogus=1", "gzip", "gzip")]
    [InlineData("/v1/studies?limit=20", "identity", null)]
    [InlineData("/v1/studies?limit=20", "zstd", null)]
    [InlineData("/v1/studies?limit=20", "gzip;q=0", null)]
    public async Task The_body_is_compressed_as_the_client_can_read_it(string address, string accepted, string? encoding)
    {
        using var plain = await service.Client.AskAsync(address);
        using var response = await service.Client.AskAsync(address, ("Accept-Encoding", accepted));
        Assert.Equal(encoding, response.Header("Content-Encoding"));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await ReadAsync(response));
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        await using var text = response.Header("Content-Encoding") switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        return await new StreamReader(text).ReadToEndAsync();
    }
}
