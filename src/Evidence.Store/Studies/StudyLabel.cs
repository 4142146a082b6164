using Dapper;
using Evidence.Store.Database;

namespace Evidence.Store.Studies;

/// <summary>A study of the newest revision, to choose from.</summary>
/// <param name="Id">Identifier of the study.</param>
/// <param name="Label">Short name of the study.</param>
public sealed record StudyLabel(string Id, string Label)
{
    private const string Select = """
        select record_id as id, document ->> 'label' as label
        from record_version
        where kind = 'study'
          and valid_until = 9223372036854775807
        order by 2, 1
        """;

    /// <summary>Lists the studies of the newest revision by their names.</summary>
    public static async Task<IReadOnlyList<StudyLabel>> ListAsync(EvidenceDatabase database, CancellationToken cancel) =>
        [.. await database.ReadAsync((connection, token) => connection.QueryAsync<StudyLabel>(new CommandDefinition(Select, cancellationToken: token)), cancel)];
}
