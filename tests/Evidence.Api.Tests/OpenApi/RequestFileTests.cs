using System.Net.Http.Headers;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.OpenApi;

/// <summary>The requests in <c>openapi/requests</c>, sent as a person would.</summary>
[Trait("Lane", "fast")]
public sealed class RequestFileTests(ServiceOfExamples service) : IClassFixture<ServiceOfExamples>
{
    private const string Host = "{{host}}";
    private const string StatusNote = "# answers ";

    private static readonly string[] Names =
        [.. Directory.EnumerateFiles(Repository.At("openapi/requests"), "*.http").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_request_is_answered_as_its_file_says(string file)
    {
        var requests = (await File.ReadAllTextAsync(Repository.At($"openapi/requests/{file}"))).Split("###").Skip(1).ToList();
        Assert.NotEmpty(requests);
        foreach (var text in requests)
        {
            var lines = text.Split('\n');
            var status = lines.FirstOrDefault(line => line.StartsWith(StatusNote, StringComparison.Ordinal))?[StatusNote.Length..] ?? "200";
            using var response = await SendAsync(lines);
            Assert.Equal((lines[0], status), (lines[0], $"{(int)response.StatusCode}"));
            Assert.False((await response.Content.ReadAsStringAsync()).StartsWith("{\"data\":[]", StringComparison.Ordinal), $"{lines[0]} finds nothing");
        }
    }

    [Fact]
    public async Task Every_resource_has_a_file()
    {
        var contract = await Contract.OfAsync(service, Contract.Addresses[0]);
        var tags = contract.Root.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString() + ".http");
        Assert.Equal(tags.Order(StringComparer.Ordinal), Names);
    }

    /// <summary>The request line, headers until the first empty line, and what follows as the body.</summary>
    private async Task<HttpResponseMessage> SendAsync(string[] lines)
    {
        var start = Array.FindIndex(lines, line => line.Contains($" {Host}/", StringComparison.Ordinal));
        var line = lines[start].Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(line[0]), new Uri(line[1][Host.Length..], UriKind.Relative));
        var rest = lines.Skip(start + 1).ToList();
        var body = string.Join('\n', rest.SkipWhile(text => text.Length > 0)).Trim();
        if (body.Length > 0)
            request.Content = new StringContent(body);
        foreach (var header in rest.TakeWhile(text => text.Length > 0).Select(text => text.Split(": ", 2)))
        {
            if (header[0] == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
            else
                request.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        return await service.Client.SendAsync(request);
    }
}
