using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Store.Reads;

/// <summary>Represents the current state of the catalogue.</summary>
/// <param name="Newest">Its newest revision.</param>
/// <param name="CatalogueId">Which catalogue it is; tags of records and validators of lists name it.</param>
public sealed record CatalogueState(long Newest, Guid CatalogueId)
{
    private const string Select = "select newest_revision, catalogue_id from catalogue";

    /// <summary>Reads the current state of the catalogue.</summary>
    public static Task<CatalogueState> ReadAsync(EvidenceDatabase database, CancellationToken cancel) =>
        database.ReadAsync(
            static async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(Select, connection);
                await using var reader = await command.ExecuteReaderAsync(token);
                await reader.ReadAsync(token);
                return new CatalogueState(reader.GetInt64(0), reader.GetGuid(1));
            },
            cancel);
}
