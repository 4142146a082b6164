using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Studies;

/// <summary>
/// The service over the real catalogue and a second revision that makes up what no real record has yet: one study retracted, one under an
/// expression of concern, one corrected, one of which another report than the primary is retracted, and one that stands.
/// </summary>
public sealed class RetractedCatalogue : EvidenceService
{
    internal const string Retracted = "chen-2023";
    internal const string OfConcern = "ionescu-2021";
    internal const string Corrected = "daly-2018";
    internal const string OtherReport = "fu-2020";
    internal const string Stands = "murrough-2013";

    /// <summary>A pool that all five have an effect in.</summary>
    internal const string Pool = "domain=depression-severity&measure=md&instrument=madrs&atHours=24&comparator=placebo,saline,midazolam";

    protected override Task<string> CreateDatabaseAsync() => TestServer.CreateFromTemplateAsync("retracted", async connectionString =>
    {
        await PrepareAsync(connectionString);
        await new TestDatabase(connectionString).WriteAsync(
        [
            Changed(Retracted, report => report.Role == "primary", "retracted"),
            Changed(OfConcern, report => report.Role == "primary", "expression-of-concern"),
            Changed(Corrected, report => report.Role == "primary", "corrected"),
            Changed(OtherReport, report => report.Role != "primary", "retracted"),
            Changed(Stands, _ => true, "none"),
        ]);
    });

    private static RecordWrite Changed(string id, Func<Report, bool> which, string status)
    {
        var study = CatalogueJson.Read<Study>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalogue", "studies", id + ".json"))).Value!;
        Assert.Contains(study.Reports, report => which(report));
        return RecordWrite.Create(study with
        {
            RiskOfBias = study.RiskOfBias ?? new RiskOfBiasAssessment { Tool = "rob-2", Domains = [], Overall = "high" },
            Reports = [.. study.Reports.Select(report => which(report) ? report with { RetractionStatus = status, StatusCheckedOn = new DateOnly(2026, 11, 23) } : report)],
        });
    }
}
