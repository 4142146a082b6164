using System.Text.Json;

namespace Evidence.Api.Tests.Testing;

/// <summary>Requests as tests write them: a method, an address exactly as it goes on the wire, headers.</summary>
internal static class Ask
{
    /// <summary>Sends a GET; no part of the address is tidied up.</summary>
    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string address, params (string Name, string Value)[] headers) =>
        client.AskAsync(HttpMethod.Get, address, headers);

    /// <summary>Sends a request.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient client, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(method, new Uri(client.BaseAddress!.ToString().TrimEnd('/') + address, asWritten));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>Sends a GET and returns the text of the answer.</summary>
    public static async Task<string> TextAsync(this HttpClient client, string address, params (string Name, string Value)[] headers)
    {
        using var response = await client.AskAsync(address, headers);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a GET and returns the answer as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string address, params (string Name, string Value)[] headers) =>
        JsonElement.Parse(await client.TextAsync(address, headers));

    /// <summary>The body as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    /// <summary>A header of the answer, whichever part of it .NET counts it to; nothing where it is absent.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>The address of a link of the answer, as the client follows it; nothing where there is none of that relation.</summary>
    public static string? Link(this HttpResponseMessage response, string relation) =>
        (response.Headers.TryGetValues("Link", out var links) ? links : [])
            .SelectMany(link => link.Split(", <"))
            .Where(link => link.Contains($"rel=\"{relation}\"", StringComparison.Ordinal))
            .Select(link => new Uri(link.TrimStart('<').Split('>')[0]).PathAndQuery)
            .SingleOrDefault();
}
