using Dapper;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Records;

namespace Evidence.Store.Studies;

/// <summary>The state of a study before it is edited.</summary>
/// <param name="Newest">Newest revision of the catalogue.</param>
/// <param name="Tag">ETag of the study's newest version; null if the catalogue does not have the study now.</param>
public sealed record StudyState(long Newest, string? Tag)
{
    private const string SelectVersion = """
        select version
        from record_version
        where kind = 'study'
          and record_id = @Id
          and valid_until = 9223372036854775807
        """;

    /// <summary>Reads the state of a study.</summary>
    public static async Task<StudyState> ReadAsync(EvidenceDatabase database, string id, CancellationToken cancel)
    {
        var catalogue = await CatalogueState.ReadAsync(database, cancel);
        var version = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync(
                (connection, token) => connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(SelectVersion, new { Id = id }, cancellationToken: token)), cancel);
        return new StudyState(catalogue.Newest, version is { } number ? RecordTag.Format(id, number, catalogue.CatalogueId) : null);
    }
}
