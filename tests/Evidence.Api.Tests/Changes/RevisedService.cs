using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Changes;

/// <summary>
/// The service over a catalogue with a history: 1 the real records, 2 a standard deviation of Chen 2023 mended, 3 a study added,
/// 4 that study withdrawn, 5 a claim reworded, 6 the withdrawn study there again, 7 a record written as it was.
/// </summary>
public sealed class RevisedService : EvidenceService
{
    public const int Newest = 7;

    /// <summary>The study whose figure was mended.</summary>
    public const string Mended = "chen-2023";

    /// <summary>The study that comes, goes and comes back.</summary>
    public const string Fleeting = "fleeting-2026";

    internal TestDatabase Database { get; private set; } = null!;

    /// <summary>The mended study as it was.</summary>
    internal Study Before { get; private set; } = null!;

    /// <summary>The mended study as it is.</summary>
    internal Study After { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Database = new TestDatabase(ConnectionString);
        var files = await TestDatabase.FilesAsync();
        Before = files.Single(file => file.Id == Mended).Study!;
        After = Mend(Before);
        var fleeting = RecordWrite.Create(Before with { Id = Fleeting, Label = "Fleeting 2026" });
        var claim = CatalogueJson.Read<Claim>(files.Single(file => file.Id == "onset-within-hours").Document).Value!;
        await Database.WriteAsync(RecordWrite.Create(After));
        await Database.WriteAsync(fleeting);
        await Database.WithdrawAsync("study", Fleeting);
        await Database.WriteAsync(RecordWrite.Create(claim with { Statement = "Reworded" }));
        await Database.WriteAsync(fleeting);
        await Database.WriteAsync(fleeting);
    }

    /// <summary>The first outcome at 24 hours that has standard deviations, with the first of them larger by one.</summary>
    private static Study Mend(Study study)
    {
        var outcome = study.Outcomes.First(outcome => outcome.TimeHours == 24 && outcome.Results is [{ Sd: not null }, ..]);
        var mended = outcome with { Results = [outcome.Results[0] with { Sd = outcome.Results[0].Sd + 1.00m }, .. outcome.Results.Skip(1)] };
        return study with { Outcomes = [.. study.Outcomes.Select(each => each == outcome ? mended : each)] };
    }
}
