using System.Text;
using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Claims;

/// <summary>GET /v1/claims/{id}: one claim, with the evidence that is cited and what the catalogue's numbers answer.</summary>
public static class GetClaim
{
    private const string SelectClaim = """
        select document::text
        from record_version
        where kind = 'claim'
          and record_id = @Id
          and valid_from <= @Revision
          and valid_until > @Revision
        """;

    private const string SelectQuestions = """
        select document::text
        from record_version
        where kind = 'question'
          and document->>'claim' = @Id
          and valid_from <= @Revision
          and valid_until > @Revision
        order by record_id collate "C"
        """;

    /// <summary>Answers the claim.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache, string id) => cache.SendAsync(
        http,
        database,
        Format.Json,
        [ReadRequest.RevisionParameter],
        request => FindAsync(http, database, id, request.Revision),
        (_, claim) => Task.FromResult(CatalogueJson.Write(claim)));

    private static async Task<ClaimDetail?> FindAsync(HttpContext http, EvidenceDatabase database, string id, long revision)
    {
        var claim = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync((connection, cancel) => ReadAsync(connection, id, revision, cancel), http.RequestAborted);
        if (claim is null)
            await RecordAnswer.SendNotFoundAsync(http, database, "claim", id, revision);
        return claim;
    }

    private static async Task<ClaimDetail?> ReadAsync(NpgsqlConnection connection, string id, long revision, CancellationToken cancel)
    {
        var key = new { Id = id, Revision = revision };
        if (await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(SelectClaim, key, cancellationToken: cancel)) is not { } document)
            return null;
        var claim = Read<Claim>(document);
        var answers = new List<LiveAnswer>();
        foreach (var question in await connection.QueryAsync<string>(new CommandDefinition(SelectQuestions, key, cancellationToken: cancel)))
        {
            if (await LiveAnswers.OfAsync(connection, Read<ClaimQuestion>(question), revision, cancel) is { } answer)
                answers.Add(answer);
        }

        return new ClaimDetail
        {
            Id = claim.Id,
            Statement = claim.Statement,
            Topic = claim.Topic,
            SeedSection = claim.SeedSection,
            Evidence = claim.Evidence,
            Answers = answers,
        };
    }

    private static T Read<T>(string document) where T : class => CatalogueJson.Read<T>(Encoding.UTF8.GetBytes(document)).Value!;
}
