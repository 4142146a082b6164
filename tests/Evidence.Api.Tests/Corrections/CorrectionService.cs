using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Corrections;

/// <summary>The service, with room for as many reports as the tests send.</summary>
public sealed class CorrectionService : EvidenceService
{
    /// <summary>The number of people of the first result of the first outcome of zarate-2006; 17 in the catalogue.</summary>
    public const string Place = "/outcomes/0/results/0/n";

    protected override IEnumerable<string> Settings => [$"--Evidence:CorrectionsPerHour=100000"];

    /// <summary>Reports that another value should stand at a place, and gives the identifier.</summary>
    internal async Task<string> ReportAsync(string study, object proposed, string pointer = Place)
    {
        using var response = await Client.PostAsync("/v1/corrections", new { study, pointer, proposed, source = "Table 1" });
        Assert.Equal("201", await response.OutcomeAsync());
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    /// <summary>The correction as all see it.</summary>
    internal Task<JsonElement> ReadAsync(string id) => Client.JsonAsync($"/v1/corrections/{id}");

    /// <summary>The newest revision.</summary>
    internal Task<long> NewestAsync() => new TestDatabase(ConnectionString).AskAsync<long>("select newest_revision from catalogue");
}
