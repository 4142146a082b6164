using System.Text;
using Dapper;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Analyses;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Synthesis.Claims;
using Npgsql;

namespace Evidence.Store.Claims;

/// <summary>
/// Reads claims together with the answers that the catalogue's numbers give to their questions: one round trip for the records, one for all the
/// numbers.
/// </summary>
public static class ClaimReader
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

    /// <summary>Reads one claim with its answers; fails with the nearest identifier if the revision has no such claim.</summary>
    public static async Task<Result<ClaimDetail>> ReadAsync(EvidenceDatabase database, string id, long revision, CancellationToken cancel)
    {
        var claim = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync((connection, token) => ReadAsync(connection, id, revision, token), cancel);
        return claim is null ? await RecordReader.ExplainUnknownAsync(database, Terms.RecordKind.Claim, id, revision, cancel) : claim;
    }

    /// <summary>Returns all claims, in the order of their identifiers.</summary>
    public static Task<IReadOnlyList<ClaimDetail>> ReadAllAsync(NpgsqlConnection connection, long revision, CancellationToken cancel) =>
        ReadAsync(connection, new Key(null, revision), cancel);

    /// <summary>Returns one claim, or null if the revision has no claim of that identifier.</summary>
    public static async Task<ClaimDetail?> ReadAsync(NpgsqlConnection connection, string id, long revision, CancellationToken cancel) =>
        (await ReadAsync(connection, new Key(id, revision), cancel)).SingleOrDefault();

    /// <summary>Returns the questions of all claims, in the order of their identifiers, without their answers.</summary>
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

        var answers = await AnswerAsync(connection, questions, key.Revision, cancel);
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
                Warnings = FindWarnings(claim, warnings),
            }),
        ];
    }

    /// <summary>
    /// Answers questions, in their order, from rows that are read in one round trip. A question whose query this program does not accept is left
    /// out.
    /// </summary>
    public static async Task<IReadOnlyList<LiveAnswer>> AnswerAsync(
        NpgsqlConnection connection, IEnumerable<ClaimQuestion> questions, long revision, CancellationToken cancel)
    {
        var asked = questions.Select(question => (Question: question, Request: Parse(question))).Where(each => each.Request.IsSuccess).ToList();
        var selected = await EffectSelection.ReadAllAsync(connection, [.. asked.Select(each => each.Request.Value!.Selection)], revision, cancel);
        return
        [
            .. asked.Zip(selected, (each, rows) => ClaimAnswers.Answer(
                each.Question, each.Request.Value!.Question, IsTimeCourse(each.Question) ? each.Request.Value!.Values.Numbers("windows") : null, rows, revision)),
        ];
    }

    private static Result<PoolRequest> Parse(ClaimQuestion question)
    {
        var (parameters, parse) = IsTimeCourse(question)
            ? (TimeCourseDefinition.Parameters, TimeCourseDefinition.Analysis.Parse)
            : (MetaAnalysisDefinition.Parameters, MetaAnalysisDefinition.Analysis.Parse);
        return QueryReader.Parse(question.Query, parameters).Then(parse);
    }

    private static bool IsTimeCourse(ClaimQuestion question) => question.Operation == Terms.QuestionOperation.TimeCourse;

    private static List<RetractionWarning>? FindWarnings(Claim claim, IReadOnlyList<RetractionWarning> warnings)
    {
        var named = claim.Evidence.Select(piece => piece.StudyId).ToHashSet();
        var its = warnings.Where(warning => named.Contains(warning.Study)).ToList();
        return its.Count == 0 ? null : its;
    }

    private static IReadOnlyList<T> Parse<T>(IEnumerable<string> documents)
        where T : class =>
        [.. documents.Select(document => CatalogueJson.Read<T>(Encoding.UTF8.GetBytes(document)).Value!)];

    /// <summary>Selects the records of one claim, or of all claims if the identifier is null.</summary>
    private sealed record Key(string? Id, long Revision);
}
