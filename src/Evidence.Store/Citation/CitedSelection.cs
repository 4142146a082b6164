using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.Citation;

/// <summary>Describes a selection as its citation does.</summary>
/// <param name="RecordedAt">When the revision was written, in UTC.</param>
/// <param name="Studies">Number of studies that are cited.</param>
/// <param name="Warnings">Cited studies with a report that is retracted or under an expression of concern.</param>
public sealed record CitedSelection(DateTimeOffset RecordedAt, long Studies, IReadOnlyList<RetractionWarning> Warnings)
{
    private const string SelectRecordedAt = "select recorded_at from revision where number = @Revision";

    /// <summary>Reads the description as of a revision.</summary>
    public static Task<CitedSelection> ReadAsync(EvidenceDatabase database, QueryValues values, long revision, CancellationToken cancel) =>
        database.ReadAsync((connection, token) => ReadAsync(connection, values, revision, token), cancel);

    private static async Task<CitedSelection> ReadAsync(NpgsqlConnection connection, QueryValues values, long revision, CancellationToken cancel)
    {
        var recordedAt = await connection.QuerySingleAsync<DateTime>(new CommandDefinition(SelectRecordedAt, new { Revision = revision }, cancellationToken: cancel));
        var count = new NpgsqlBatchCommand("select count(*)\n" + Grain.Study.FromWhere(values));
        SelectionParameters.Add(count.Parameters, Grain.Study, values, revision);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { count, SelectionWarnings.Command(Grain.Study, values, revision) } };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var studies = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        return new CitedSelection(new DateTimeOffset(recordedAt, TimeSpan.Zero), studies, await SelectionWarnings.ReadAsync(reader, cancel));
    }
}
