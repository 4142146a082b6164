using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Corrections;

/// <summary>How to reach who reported a correction.</summary>
public sealed record CorrectionContact
{
    /// <summary>Identifier of the correction.</summary>
    /// <example>k7m2xq9fa3tz</example>
    public required string Id { get; init; }

    /// <summary>What the reporter gave; absent where nothing was given.</summary>
    /// <example>reader@example.org</example>
    public string? Contact { get; init; }
}

/// <summary>GET /v1/corrections/{id}/contact: how to reach who reported it, for curators alone.</summary>
public static class GetCorrectionContact
{
    private const string Select = """
        select c.correction_id as id, p.contact
        from correction c
        left join correction_contact p on p.correction_id = c.correction_id
        where c.correction_id = @Id
        """;

    /// <summary>Answers the contact; it is nobody's to keep.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        var row = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync(
                (connection, cancel) => connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, new { Id = id }, cancellationToken: cancel)), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        if (row is null)
            await Answer.ProblemAsync(http, GetCorrection.Missing(id));
        else
            await Answer.JsonAsync(http, new CorrectionContact { Id = row.Id, Contact = row.Contact });
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string? Contact { get; init; }
    }
}
