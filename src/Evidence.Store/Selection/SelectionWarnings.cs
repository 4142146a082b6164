using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Store.Selection;

/// <summary>Reads the warnings of every study of a selection, not only of those on one page.</summary>
public static class SelectionWarnings
{
    /// <summary>Creates the command that selects the warnings, for a batch with other commands.</summary>
    public static NpgsqlBatchCommand Command(Grain grain, QueryValues values, long revision)
    {
        var command = new NpgsqlBatchCommand(Sql(grain, values));
        SelectionParameters.Add(command.Parameters, grain, values, revision);
        return command;
    }

    /// <summary>Returns the SQL that selects the warning of each study once, by identifier.</summary>
    public static string Sql(Grain grain, QueryValues values) =>
        $"""
        select distinct on (s.study_id collate "C") s.warning
        {(grain with { From = $"{grain.From}\n{grain.StudiesNamed}" }).FromWhere(values)}
          and s.warning is not null
        order by s.study_id collate "C"
        """;

    /// <summary>Reads the warnings from the reader's current result.</summary>
    public static async Task<IReadOnlyList<RetractionWarning>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancel)
    {
        var warnings = new List<RetractionWarning>();
        while (await reader.ReadAsync(cancel))
            warnings.Add(Parse(reader.GetFieldValue<byte[]>(0)));
        return warnings;
    }

    /// <summary>Reads the warnings alone, for a streamed response whose headers are sent first.</summary>
    public static async Task<IReadOnlyList<RetractionWarning>> ReadAsync(
        NpgsqlConnection connection, Grain grain, QueryValues values, long revision, CancellationToken cancel)
    {
        if (!grain.MayWarn)
            return [];
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(grain, values, revision) } };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await ReadAsync(reader, cancel);
    }

    /// <summary>Parses a warning as it is stored.</summary>
    public static RetractionWarning Parse(byte[] json) =>
        CatalogueJson.Read<RetractionWarning>(json).Value ?? throw new InvalidOperationException("A stored warning cannot be read by this program.");
}
