using System.Text;
using Dapper;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Claims;

/// <summary>Reads claims together with what the catalogue's numbers answer to their questions.</summary>
public static class AnsweredClaims
{
    private const string SelectAll = """
        select document::text
        from record_version
        where kind = @Kind
          and valid_from <= @Revision
          and valid_until > @Revision
        order by record_id collate "C"
        """;

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

    /// <summary>All claims, in the order of their identifiers.</summary>
    public static async Task<IReadOnlyList<ClaimDetail>> ReadAllAsync(NpgsqlConnection connection, long revision, CancellationToken cancel)
    {
        var claims = await ReadAsync<Claim>(connection, SelectAll, new { Kind = "claim", Revision = revision }, cancel);
        var questions = await ReadQuestionsAsync(connection, revision, cancel);
        var answered = new List<ClaimDetail>();
        foreach (var claim in claims)
            answered.Add(await AnswerAsync(connection, claim, questions.Where(question => question.Claim == claim.Id), revision, cancel));
        return answered;
    }

    /// <summary>The questions of all claims, in the order of their identifiers, without their answers.</summary>
    public static Task<IReadOnlyList<ClaimQuestion>> ReadQuestionsAsync(NpgsqlConnection connection, long revision, CancellationToken cancel) =>
        ReadAsync<ClaimQuestion>(connection, SelectAll, new { Kind = "question", Revision = revision }, cancel);

    /// <summary>One claim; nothing where the revision has none of that identifier.</summary>
    public static async Task<ClaimDetail?> ReadAsync(NpgsqlConnection connection, string id, long revision, CancellationToken cancel)
    {
        var key = new { Id = id, Revision = revision };
        if (await ReadAsync<Claim>(connection, SelectClaim, key, cancel) is not [var claim])
            return null;
        return await AnswerAsync(connection, claim, await ReadAsync<ClaimQuestion>(connection, SelectQuestions, key, cancel), revision, cancel);
    }

    private static async Task<ClaimDetail> AnswerAsync(
        NpgsqlConnection connection, Claim claim, IEnumerable<ClaimQuestion> questions, long revision, CancellationToken cancel)
    {
        var answers = new List<LiveAnswer>();
        foreach (var question in questions)
        {
            if (await LiveAnswers.OfAsync(connection, question, revision, cancel) is { } answer)
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

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, object key, CancellationToken cancel)
        where T : class
    {
        var documents = await connection.QueryAsync<string>(new CommandDefinition(sql, key, cancellationToken: cancel));
        return [.. documents.Select(document => CatalogueJson.Read<T>(Encoding.UTF8.GetBytes(document)).Value!)];
    }
}
