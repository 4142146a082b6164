using System.Net.Http.Headers;
using System.Text;
using Evidence.Catalogue;
using Evidence.Store.Keys;
using Npgsql;

namespace Evidence.Api.Tests.Testing;

/// <summary>Somebody with a key, who writes through the API.</summary>
internal sealed class Curator(HttpClient client, string key)
{
    /// <summary>The key, as its holder has it.</summary>
    public string Key => key;

    /// <summary>Makes a key of the role in the service's database.</summary>
    public static async Task<Curator> OfAsync(HttpClient client, string connectionString, string role = Roles.Curator, DateTimeOffset? expiresAt = null) =>
        new(client, (await MakeKeyAsync(connectionString, role, expiresAt)).Key);

    /// <summary>Makes a key in a database.</summary>
    public static async Task<NewApiKey> MakeKeyAsync(string connectionString, string role, DateTimeOffset? expiresAt = null, string name = "Jane Doe")
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return await KeyStore.CreateAsync(connection, name, role, expiresAt, "a test", DateTimeOffset.UnixEpoch, CancellationToken.None);
    }

    /// <summary>Sends a request with the key.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, byte[]? body = null, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return client.SendAsync(request);
    }

    /// <summary>Sends text as JSON.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string body, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(method, address, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Makes the study where the tag is null, else replaces the version of the tag.</summary>
    public Task<HttpResponseMessage> PutAsync(Study study, string? tag, string query = "") =>
        SendAsync(HttpMethod.Put, $"/v1/studies/{study.Id}{query}", CatalogueJson.Write(study), tag is null ? ("If-None-Match", "*") : ("If-Match", tag));

    /// <summary>The study as it is now, with its tag.</summary>
    public async Task<(Study Study, string Tag)> ReadAsync(string id)
    {
        using var response = await client.AskAsync($"/v1/studies/{id}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{id}: {response.StatusCode}");
        return (CatalogueJson.Read<Study>(bytes).Value!, response.Header("ETag")!);
    }
}
