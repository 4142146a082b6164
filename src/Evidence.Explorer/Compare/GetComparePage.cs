using System.Globalization;
using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Analyses;
using Evidence.Store.Changes;
using Evidence.Store.Database;
using Evidence.Store.Indexing;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Revisions;
using Evidence.Store.Selection;
using Evidence.Synthesis.Comparison;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Compare;

/// <summary>What the comparison of two revisions shows.</summary>
/// <param name="From">The earlier revision; 0 is before the first.</param>
/// <param name="To">The later revision.</param>
/// <param name="Revisions">Revisions to choose from, newest first.</param>
/// <param name="Groups">What changed, on this page.</param>
/// <param name="Total">Number of rows of the whole list of changes.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
/// <param name="Pool">The pool at both revisions; null if none was asked for, or there is none.</param>
/// <param name="NoPool">Why there is no pool although one was asked for.</param>
/// <param name="Query">The query.</param>
public sealed record ComparePageModel(
    long From, long To, IReadOnlyList<Revision> Revisions, IReadOnlyList<ChangeGroup> Groups, long Total, string? NextCursor,
    PoolComparison? Pool, string? NoPool, AddressQuery Query)
{
    /// <summary>The query with both revisions named, whether they were asked for or not.</summary>
    public AddressQuery Named { get; } = new([("from", Format(From)), ("to", Format(To)), .. Query.Without("from", "to").Pairs]);

    private static string Format(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}

/// <summary>GET /compare: what changed between two revisions, and what that did to a pooled result.</summary>
public static class GetComparePage
{
    private const int MaxRevisions = 200;

    private static readonly string[] RequiredOfPool = ["domain", "measure"];

    /// <summary>The filters of changes; domain and measure ask for a pool here.</summary>
    private static readonly IReadOnlyList<Parameter> ChangeParameters =
        [.. ChangeList.Definition.Parameters.Where(parameter => !RequiredOfPool.Contains(parameter.Name))];

    private static readonly IReadOnlyList<Parameter> PoolParameters =
    [
        .. PoolComparisonDefinition.Parameters
            .Where(parameter => ChangeParameters.All(other => other.Name != parameter.Name))
            .Select(parameter => parameter with { Required = false }),
    ];

    /// <summary>Names of the parameters that ask for a pool.</summary>
    public static IReadOnlySet<string> PoolNames { get; } = PoolParameters.Select(parameter => parameter.Name).ToHashSet();

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<ComparePage, ComparePageModel>(http, [.. ChangeParameters, .. PoolParameters], (query, cancel) => FindAsync(database, query, cancel));

    private static async Task<Result<PageContent<ComparePageModel>>> FindAsync(EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var from = query.Values.WholeNumber("from") ?? query.Revision - 1;
        if (CheckPool(query.Values) is { } error)
            return error;
        var (pool, noPool) = await ComparePoolsAsync(database, query, from, cancel);
        var list = ListQuery.Parse(ChangeList.Definition, query.Values.Only(ChangeParameters).With("from", from), query.Revision);
        if (!list.IsSuccess)
            return list.Error;
        return await database.ReadAsync(
            async (connection, token) =>
            {
                var changes = await list.Value.ReadPageAsync(connection, query.Values.WholeNumber("limit") ?? ListDefinition.DefaultLimit, token);
                var revisions = await ListQuery.Create(RevisionList.Definition, QueryValues.None, query.Revision).ReadPageAsync(connection, MaxRevisions, token);
                var model = new ComparePageModel(
                    from, query.Revision, revisions.Read<Revision>(), ChangeGroup.Group(changes.Read<ChangeRow>()), changes.Total, changes.NextCursor,
                    pool?.Comparison, noPool, AddressQuery.FromValues(query.Values));
                return new PageContent<ComparePageModel>(model, pool?.Warnings);
            },
            cancel);
    }

    /// <summary>Returns why the question of a pool is not valid, or null if it is, or none is asked.</summary>
    private static Error? CheckPool(QueryValues values)
    {
        if (!values.Names.Any(PoolNames.Contains))
            return null;
        return RequiredOfPool.Where(name => !values.Has(name)).ToList() is { Count: > 0 } missing
            ? new Error(ErrorKind.InvalidParameter, [.. missing.Select(name => new ErrorDetail(name, "is missing: a pool is of one domain and one measure."))])
            : MetaAnalysisDefinition.Parse(values).Error;
    }

    /// <summary>Compares the pools of both revisions, or returns why there is no comparison; both are null if none is asked for.</summary>
    private static async Task<(ComparedPools? Pool, string? NoPool)> ComparePoolsAsync(
        EvidenceDatabase database, ReadQuery query, long from, CancellationToken cancel)
    {
        if (!query.Values.Names.Any(PoolNames.Contains))
            return (null, null);
        if (from < 1)
            return (null, "Before the first revision there was no study to pool. Choose a later one to begin from.");
        var compared = await PoolComparisonDefinition.RunAsync(database, query.Values, from, query.Revision, cancel);
        return (compared.Value, compared.Error?.Message);
    }
}
