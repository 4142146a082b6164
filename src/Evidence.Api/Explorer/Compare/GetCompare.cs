using Evidence.Api.Changes;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.MetaAnalysis.Comparison;
using Evidence.Api.Revisions;

namespace Evidence.Api.Explorer.Compare;

/// <summary>What the comparison of two revisions shows.</summary>
/// <param name="From">The earlier revision; 0 is before the first.</param>
/// <param name="To">The later revision.</param>
/// <param name="Revisions">Revisions to choose from, newest first.</param>
/// <param name="Groups">What changed, on this page.</param>
/// <param name="Total">Rows of the whole list of changes.</param>
/// <param name="NextCursor">Where the next page begins; nothing on the last.</param>
/// <param name="Pool">The pool at both revisions, where one was asked for.</param>
/// <param name="NoPool">Why there is none, though one was asked for.</param>
/// <param name="Query">What was asked.</param>
public sealed record CompareModel(
    long From, long To, IReadOnlyList<Revision> Revisions, IReadOnlyList<ChangeGroup> Groups, long Total, string? NextCursor,
    PoolComparison? Pool, string? NoPool, AddressQuery Query)
{
    /// <summary>The query with both revisions named, whether they were asked for or not.</summary>
    public AddressQuery Named { get; } = new([("from", Number(From)), ("to", Number(To)), .. Query.Without("from", "to").Pairs]);

    private static string Number(long revision) => revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>GET /compare: what changed between two revisions, and what that did to a pooled answer.</summary>
public static class GetCompare
{
    private const int MostRevisions = 200;

    private static readonly string[] OfBoth = ["domain", "measure"];

    /// <summary>The filters of changes; domain and measure ask for a pool here.</summary>
    private static readonly IReadOnlyList<Parameter> OfChanges =
        [.. ListChanges.List.Parameters.Where(parameter => !OfBoth.Contains(parameter.Name))];

    private static readonly IReadOnlyList<Parameter> OfPool =
    [
        .. GetMetaAnalysisComparison.Parameters
            .Where(parameter => OfChanges.All(other => other.Name != parameter.Name))
            .Select(parameter => parameter with { Required = false }),
    ];

    /// <summary>Names of what asks for a pool.</summary>
    public static IReadOnlySet<string> PoolNames { get; } = OfPool.Select(parameter => parameter.Name).ToHashSet();

    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<ComparePage, CompareModel>(
        http, database, [.. OfChanges, .. OfPool], request => FindAsync(http, database, request));

    private static async Task<CompareModel?> FindAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var asked = request.Values;
        var from = asked.WholeNumber("from") ?? request.Revision - 1;
        var (pool, noPool, errors) = await PoolAsync(http, database, asked, from, request.Revision);
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(errors));
            return null;
        }

        request.Values = asked.Only(OfChanges).With("from", from);
        if (await ListAnswer.MakeQueryAsync(http, ListChanges.List, request) is not { } query)
            return null;
        return await database.ReadAsync(
            async (connection, cancel) =>
            {
                var changes = await query.ReadPageAsync(connection, asked.WholeNumber("limit") ?? ListDefinition.DefaultLimit, cancel);
                var revisions = await ListQuery.Of(ListRevisions.List, QueryValues.None, request.Revision).ReadPageAsync(connection, MostRevisions, cancel);
                return new CompareModel(
                    from, request.Revision, revisions.Read<Revision>(), ChangeGroup.Of(changes.Read<ChangeRow>()), changes.Total, changes.NextCursor,
                    pool, noPool, AddressQuery.Of(asked));
            },
            http.RequestAborted);
    }

    private static async Task<(PoolComparison? Pool, string? NoPool, IReadOnlyList<ParameterError> Errors)> PoolAsync(
        HttpContext http, EvidenceDatabase database, QueryValues asked, long from, long to)
    {
        if (!asked.Names.Any(PoolNames.Contains))
            return (null, null, []);
        if (OfBoth.Where(name => !asked.Has(name)).ToList() is { Count: > 0 } missing)
            return (null, null, [.. missing.Select(name => new ParameterError(name, "is missing: a pool is of one domain and one measure."))]);
        var (question, errors) = MetaAnalysisParameters.Read(asked);
        if (errors.Count > 0)
            return (null, null, errors);
        if (from < 1)
            return (null, "Before the first revision there was nothing to pool. Choose a later one to begin from.", []);
        var (comparison, problem) = await GetMetaAnalysisComparison.FindAsync(http, database, question, from, to);
        return (comparison, problem?.Detail, []);
    }
}
