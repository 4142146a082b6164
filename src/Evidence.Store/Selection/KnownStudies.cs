using Dapper;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Store.Selection;

/// <summary>Checks that the studies of a query exist: a mistyped one to exclude would silently stay in.</summary>
public static class KnownStudies
{
    private static readonly string[] Parameters = ["study", "excludeStudy"];

    private const string SelectUnknown = """
        select named.id
        from unnest(@Named::text[]) as named(id)
        where not exists (select from record_version v where v.kind = 'study' and v.record_id = named.id)
        """;

    private const string SelectKnown = "select distinct record_id from record_version where kind = 'study'";

    /// <summary>Returns whether the query names studies at all.</summary>
    public static bool AreNamed(QueryValues values) => Parameters.Any(values.Has);

    /// <summary>Returns an error for each name that no revision of the catalogue has.</summary>
    public static async Task<IReadOnlyList<ErrorDetail>> CheckAsync(NpgsqlConnection connection, QueryValues values, CancellationToken cancel)
    {
        var named = Parameters.SelectMany(values.List).Distinct().ToArray();
        var unknown = await connection.QueryAsync<string>(new CommandDefinition(SelectUnknown, new { Named = named }, cancellationToken: cancel));
        if (!unknown.Any())
            return [];
        var known = (await connection.QueryAsync<string>(new CommandDefinition(SelectKnown, cancellationToken: cancel))).ToList();
        return
        [
            .. from parameter in Parameters
               from id in values.List(parameter).Intersect(unknown)
               select new ErrorDetail(parameter, $"'{id}' is no study that the catalogue ever had.", null, Nearest.Find(id, known)),
        ];
    }
}
