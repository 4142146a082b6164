using System.Collections.Concurrent;
using System.Diagnostics;

namespace Evidence.Api.Tests.Testing;

/// <summary>What one read of the load came to.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Status">Status of the answer; 0 where there was none.</param>
/// <param name="Began">When it was asked, since the load began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="MediaType">Media type of the answer.</param>
/// <param name="SaysWhenToRetry">Whether the answer has Retry-After.</param>
/// <param name="Body">The body; nothing where it was cut off, as an answer that has begun must be when the rest is lost.</param>
internal sealed record Reading(
    string Address, int Status, TimeSpan Began, TimeSpan Took, string? MediaType, bool SaysWhenToRetry, string? Body);

/// <summary>A few clients who read one thing after another, until told to stop.</summary>
internal sealed class ReadLoad : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Addresses =
    [
        "/v1/studies", "/v1/studies?q=suicidal&limit=5", "/v1/studies/zarate-2006", "/v1/studies.ndjson", "/v1/outcomes?instrument=madrs",
        "/v1/outcomes.csv", "/v1/onset.csv?intervention=ketamine", "/v1/facets?design=randomized-parallel", "/v1/lookup?id=NCT00088699",
        "/v1/claims", "/v1/vocabularies/design", "/v1/citation", "/health/ready",
    ];

    private const int Clients = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Reading> readings = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly HttpClient client;
    private readonly Task clients;

    public ReadLoad(HttpClient client)
    {
        this.client = client;
        clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(first => Task.Run(() => ReadOnAsync(first))));
    }

    /// <summary>Time since the load began.</summary>
    public TimeSpan Now => clock.Elapsed;

    /// <summary>All reads so far.</summary>
    public IReadOnlyList<Reading> Readings => [.. readings];

    /// <summary>Waits until so many more reads have come to an end.</summary>
    public async Task MoreAsync(int number)
    {
        var enough = readings.Count + number;
        for (var waited = Stopwatch.StartNew(); readings.Count < enough; await Task.Delay(20))
            Assert.True(waited.Elapsed < LongestWait, $"only {readings.Count} of {enough} reads came to an end");
    }

    /// <summary>Waits until a read that begins now is answered with 200.</summary>
    public async Task UntilAnsweredAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (ready.IsSuccessStatusCode)
                return;
            Assert.True(waited.Elapsed < LongestWait, "the service did not become ready again");
        }
    }

    public async Task<IReadOnlyList<Reading>> StopAsync()
    {
        await stop.CancelAsync();
        await clients;
        return Readings;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    /// <summary>One read.</summary>
    public static async Task<Reading> ReadAsync(HttpClient client, string address, TimeSpan began = default)
    {
        var took = Stopwatch.StartNew();
        HttpResponseMessage response;
        try
        {
            response = await client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException)
        {
            return new Reading(address, 0, began, took.Elapsed, null, false, null);
        }

        using (response)
        {
            var body = await BodyAsync(response);
            return new Reading(
                address, (int)response.StatusCode, began, took.Elapsed, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter is not null, body);
        }
    }

    private static async Task<string?> BodyAsync(HttpResponseMessage response)
    {
        try
        {
            return await response.Content.ReadAsStringAsync();
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task ReadOnAsync(int first)
    {
        for (var next = first; !stop.IsCancellationRequested; next++)
        {
            readings.Enqueue(await ReadAsync(client, Addresses[next % Addresses.Count], Now));
            await Task.Delay(BetweenReads);
        }
    }
}
