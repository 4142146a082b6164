using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed class AboutPageTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("have figures of arms", "hasResults=true")]
    [InlineData("asked at entry that other treatments had failed", "treatmentResistant=true")]
    [InlineData("have an assessed risk of bias", "riskOfBias=low,some-concerns,high,unclear")]
    public async Task A_count_of_studies_is_that_of_the_list(string row, string query)
    {
        var html = await service.Client.TextAsync("/about");
        var all = await TotalAsync("/v1/studies");
        var yes = await TotalAsync("/v1/studies?" + query);

        Assert.Contains($"<td class=\"number\">{all}</td><td>{row}</td><td class=\"number\">{yes}</td><td class=\"number\">{all - yes}</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Studies_without_a_clear_difference_are_counted_from_the_effects()
    {
        var effects = (await service.Client.JsonAsync("/v1/effects?domain=depression-severity&measure=smd&design=randomized-parallel,randomized-crossover&limit=1000")).GetProperty("data").EnumerateArray()
            .Where(effect => effect.TryGetProperty("yi", out _) && effect.TryGetProperty("vi", out _))
            .GroupBy(effect => effect.GetProperty("study").GetString())
            .Select(study => study.All(effect => Math.Abs(effect.GetProperty("yi").GetDouble()) <= 1.959964 * Math.Sqrt(effect.GetProperty("vi").GetDouble())))
            .ToList();

        var html = await service.Client.TextAsync("/about");

        Assert.Contains($"Of {effects.Count} randomized trials with a computable", html, StringComparison.Ordinal);
        Assert.Contains($"depression severity, in {effects.Count(unclear => unclear)} the 95% interval", html, StringComparison.Ordinal);
    }

    private async Task<long> TotalAsync(string address) => (await service.Client.JsonAsync(address)).GetProperty("page").GetProperty("total").GetInt64();
}
