using System.Net;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed class PoolScriptTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Severity = "domain=depression-severity&measure=md&instrument=madrs&atHours=24&withinHours=12";

    [TheoryWithMetafor]
    [InlineData(Severity)]
    [InlineData(Severity + "&tau2=dl&interval=wald")]
    [InlineData(Severity + "&tau2=pm&interval=hartung-knapp-never-narrower")]
    [InlineData(Severity + "&model=common")]
    [InlineData("domain=depression-severity&measure=smd&atHours=24&intervention=ketamine,esketamine&tau2=sj&interval=student-t")]
    [InlineData("domain=response&measure=rr&atHours=24&withinHours=48")]
    [InlineData("domain=response&measure=or&multiArm=split&tau2=eb")]
    [InlineData("domain=response&measure=rr&atHours=24&model=mantel-haenszel")]
    [InlineData("domain=remission&measure=rd&model=mantel-haenszel")]
    [InlineData("domain=response&measure=peto&model=peto")]
    public async Task The_script_computes_the_answer_again_and_agrees(string query)
    {
        var script = await service.Client.TextAsync("/meta-analysis/pool.R?" + query);

        Assert.Contains("metafor and the catalogue agree to 1e-6", await TheoryWithRAttribute.RunAsync(service.Client, script), StringComparison.Ordinal);
    }

    [TheoryWithMetafor]
    [InlineData(Severity)]
    public async Task The_script_stops_where_the_catalogue_says_something_else(string query)
    {
        var script = await service.Client.TextAsync("/meta-analysis/pool.R?" + query);
        var wrong = script.Replace("catalogue <- c(estimate = ", "catalogue <- c(estimate = 0.001 + ", StringComparison.Ordinal);

        Assert.NotEqual(script, wrong);
        await Assert.ThrowsAsync<InvalidOperationException>(() => TheoryWithRAttribute.RunAsync(service.Client, wrong));
    }

    [Fact]
    public async Task The_script_reads_the_rows_by_their_lasting_address()
    {
        using var answer = await service.Client.AskAsync("/meta-analysis/pool.R?" + Severity);
        var script = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
        Assert.Contains($"read.csv(\"{service.Client.BaseAddress}v1/meta-analysis.csv?", script, StringComparison.Ordinal);
        Assert.Contains("&revision=1\")", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_pooled_has_no_script()
    {
        using var answer = await service.Client.AskAsync("/meta-analysis/pool.R?domain=response&measure=md");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
    }
}
