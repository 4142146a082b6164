using System.Collections.Concurrent;
using System.Diagnostics;
using Evidence.Api.Tests.Testing;
using Npgsql;

namespace Evidence.Api.Tests.Explorer;

/// <summary>How often a page asks the database, counted by what Npgsql tells of itself.</summary>
public sealed class RoundTripTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Theory]
    [InlineData("/", 4)]
    [InlineData("/claims", 3)]
    [InlineData("/claims/onset-within-hours", 4)]
    [InlineData("/studies?q=suicidal&intervention=ketamine", 3)]
    [InlineData("/studies/zarate-2006", 3)]
    [InlineData("/meta-analysis", 3)]
    [InlineData("/meta-analysis?domain=response&measure=rr&atHours=24", 2)]
    [InlineData("/onset", 4)]
    [InlineData("/network", 2)]
    [InlineData("/safety", 2)]
    [InlineData("/compare", 3)]
    [InlineData("/about", 2)]
    public async Task A_page_asks_a_few_times_at_its_first_view_of_a_revision_and_once_afterwards(string address, int first)
    {
        using var trips = new RoundTrips(new NpgsqlConnectionStringBuilder(service.ConnectionString).Database!);

        await service.Client.TextAsync(address);
        var asked = trips.Take();
        await service.Client.TextAsync(address);

        Assert.True(asked.Count == first, $"{asked.Count} times:\n{string.Join("\n---\n", asked)}");
        Assert.Single(trips.Take());
    }

    /// <summary>Commands and batches that went to one database.</summary>
    private sealed class RoundTrips : IDisposable
    {
        private readonly ConcurrentQueue<string> sent = new();
        private readonly ActivityListener listener;

        public RoundTrips(string database)
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (database.Equals(activity.GetTagItem("db.namespace")))
                        sent.Enqueue($"{activity.GetTagItem("db.query.text")}");
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public List<string> Take()
        {
            var taken = sent.ToList();
            sent.Clear();
            return taken;
        }

        public void Dispose() => listener.Dispose();
    }
}
