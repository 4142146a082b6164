using Evidence.Api.Commands;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Testing;

/// <summary>The service over the real catalogue and a second revision, which adds two studies whose texts are hard on every format.</summary>
public class ServiceOfTwoRevisions : EvidenceService
{
    /// <summary>A label that a spreadsheet would run, with everything that CSV must quote.</summary>
    public const string Formula = "=HYPERLINK(\"http://x\"),\n2024";

    /// <summary>A label as long as they come, in letters that JSON escapes with six characters each.</summary>
    public static readonly string Long = new('Ж', 400);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var source = DatabaseServices.CreateSource(ConnectionString);
        var given = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "catalogue", "studies", "chen-2023.json"));
        var study = CatalogueJson.Read<Study>(given).Value!;
        RecordWrite[] writes =
        [
            RecordWrite.Create(study with { Id = "formula-2024", Label = Formula, Countries = ["US", "GB"], Summary = "-1 is no formula's end." }),
            RecordWrite.Create(study with { Id = "long-2024", Label = Long }),
        ];
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var revision = await RevisionCounter.BeginAsync(transaction, DateTimeOffset.UnixEpoch, "test", "Two studies", CancellationToken.None);
        await RecordWriter.WriteAsync(transaction, revision, writes, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
