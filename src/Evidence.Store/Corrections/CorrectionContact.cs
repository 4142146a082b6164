using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;

namespace Evidence.Store.Corrections;

/// <summary>Describes how to reach the reporter of a correction.</summary>
public sealed record CorrectionContact
{
    /// <summary>Identifier of the correction.</summary>
    /// <example>k7m2xq9fa3tz</example>
    public required string Id { get; init; }

    /// <summary>What the reporter gave; absent if the reporter gave no contact.</summary>
    /// <example>reader@example.org</example>
    public string? Contact { get; init; }

    private const string Select = """
        select c.correction_id as id, p.contact
        from correction c
        left join correction_contact p on p.correction_id = c.correction_id
        where c.correction_id = @Id
        """;

    /// <summary>Reads the contact, for a caller that has checked the role; fails if there is no such correction.</summary>
    public static async Task<Result<CorrectionContact>> ReadAsync(EvidenceDatabase database, string id, CancellationToken cancel)
    {
        if (id.Contains('\0', StringComparison.Ordinal))
            return CorrectionReader.Missing(id);
        var contact = await database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<CorrectionContact>(new CommandDefinition(Select, new { Id = id }, cancellationToken: token)), cancel);
        return contact is null ? CorrectionReader.Missing(id) : contact;
    }
}
