using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Evidence.Store.Keys;

namespace Evidence.Api.Tests.Testing;

/// <summary>Writes as tests send them.</summary>
internal static class Writing
{
    /// <summary>A new key of the role, as <c>Authorization</c> takes it.</summary>
    public static async Task<(string Name, string Value)> KeyAsync(this EvidenceService service, string role = Roles.Curator, string name = "Jane Doe")
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, role, name: name);
        return ("Authorization", $"Bearer {key.Key}");
    }

    /// <summary>Sends a POST with JSON: a text as it is, anything else as its members say.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, object body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Content = body is string text
            ? new StringContent(text, Encoding.UTF8, "application/json")
            : JsonContent.Create(body, options: JsonSerializerOptions.Web);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>The status of an answer with its type of problem; what was refused and why stands in a failing test.</summary>
    public static async Task<string> OutcomeAsync(this HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? $"{(int)response.StatusCode}" : $"{(int)response.StatusCode} {JsonElement.Parse(body).GetProperty("type").GetString()!.Split(':')[^1]}";
    }
}
