using System.Text;
using Dapper;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Claims;

/// <summary>Reads claims together with what the catalogue's numbers answer to their questions: one round trip for the records, one for all the numbers.</summary>
public static class AnsweredClaims
{
    private const string SelectClaims = """
        select document::text
        from record_version
        where kind = 'claim'
          and (@Id::text is null or record_id = @Id)
          and valid_from <= @Revision
          and valid_until > @Revision
        order by record_id collate "C"
        """;

    private const string SelectQuestions = """
        select document::text
        from record_version
        where kind = 'question'
          and (@Id::text is null or document->>'claim' = @Id)
          and valid_from <= @Revision
          and valid_until > @Revision
        order by record_id collate "C"
        """;

    private const string SelectWarnings = """
        select s.warning::text
        from record_version v
        join study s on s.version_id = v.version_id
        where v.kind = 'study'
          and v.valid_from <= @Revision
          and v.valid_until > @Revision
          and s.warning is not null
        order by v.record_id collate "C"
        """;

    /// <summary>All claims, in the order of their identifiers.</summary>
    public static Task<IReadOnlyList<ClaimDetail>> ReadAllAsync(NpgsqlConnection connection, long revision, CancellationToken cancel) =>
        ReadAsync(connection, new Key(null, revision), cancel);

    /// <summary>One claim; nothing where the revision has none of that identifier.</summary>
    public static async Task<ClaimDetail?> ReadAsync(NpgsqlConnection connection, string id, long revision, CancellationToken cancel) =>
        (await ReadAsync(connection, new Key(id, revision), cancel)).SingleOrDefault();

    /// <summary>The questions of all claims, in the order of their identifiers, without their answers.</summary>
    public static async Task<IReadOnlyList<ClaimQuestion>> ReadQuestionsAsync(NpgsqlConnection connection, long revision, CancellationToken cancel) =>
        Parse<ClaimQuestion>(await connection.QueryAsync<string>(new CommandDefinition(SelectQuestions, new Key(null, revision), cancellationToken: cancel)));

    private static async Task<IReadOnlyList<ClaimDetail>> ReadAsync(NpgsqlConnection connection, Key key, CancellationToken cancel)
    {
        IReadOnlyList<Claim> claims;
        IReadOnlyList<ClaimQuestion> questions;
        IReadOnlyList<RetractionWarning> warnings;
        await using (var results = await connection.QueryMultipleAsync(new CommandDefinition(string.Join(";\n", SelectClaims, SelectQuestions, SelectWarnings), key, cancellationToken: cancel)))
        {
            claims = Parse<Claim>(await results.ReadAsync<string>());
            questions = Parse<ClaimQuestion>(await results.ReadAsync<string>());
            warnings = Parse<RetractionWarning>(await results.ReadAsync<string>());
        }

        var answers = await LiveAnswers.OfAsync(connection, questions, key.Revision, cancel);
        var claimOf = questions.ToDictionary(question => question.Id, question => question.Claim);
        var answersOf = answers.ToLookup(answer => claimOf[answer.Question]);
        return
        [
            .. claims.Select(claim => new ClaimDetail
            {
                Id = claim.Id,
                Statement = claim.Statement,
                Topic = claim.Topic,
                SeedSection = claim.SeedSection,
                Evidence = claim.Evidence,
                Answers = [.. answersOf[claim.Id]],
                Warnings = WarningsOf(claim, warnings),
            }),
        ];
    }

    private static List<RetractionWarning>? WarningsOf(Claim claim, IReadOnlyList<RetractionWarning> warnings)
    {
        var named = claim.Evidence.Select(piece => piece.StudyId).ToHashSet();
        var its = warnings.Where(warning => named.Contains(warning.Study)).ToList();
        return its.Count == 0 ? null : its;
    }

    private static IReadOnlyList<T> Parse<T>(IEnumerable<string> documents)
        where T : class =>
        [.. documents.Select(document => CatalogueJson.Read<T>(Encoding.UTF8.GetBytes(document)).Value!)];

    /// <summary>Which records: of one claim, or of all.</summary>
    private sealed record Key(string? Id, long Revision);
}
