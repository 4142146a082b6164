using Evidence.Catalogue;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.Lists;

/// <summary>Represents one page of a list with its rows as stored bytes.</summary>
/// <param name="Rows">The rows, each a JSON object.</param>
/// <param name="NextCursor">Where the next page begins; null on the last one.</param>
/// <param name="Total">Rows of the whole list.</param>
/// <param name="Warnings">What to warn of in the whole list.</param>
public sealed record ListPage(IReadOnlyList<byte[]> Rows, string? NextCursor, long Total, IReadOnlyList<RetractionWarning> Warnings)
{
    /// <summary>Parses the rows as records of a type.</summary>
    public IReadOnlyList<TRow> Read<TRow>() where TRow : class => [.. Rows.Select(row => CatalogueJson.Read<TRow>(row).Value!)];
}

/// <summary>Builds and runs the SQL of a list for one request, from constant fragments; values are sent as parameters only.</summary>
public sealed class ListQuery(ListDefinition list, QueryValues values, long revision, Sort sort, Cursor? cursor)
{
    private readonly string fromWhere = list.Grain.FromWhere(values);

    /// <summary>Parses order and cursor; fails if the list cannot be sorted so, or did not issue the cursor.</summary>
    public static Result<ListQuery> Parse(ListDefinition list, QueryValues values, long revision)
    {
        var parsed = Sort.Parse(values, list.Keys, list.DefaultSort, list.Last);
        if (!parsed.IsSuccess)
            return parsed.Error;
        var sort = parsed.Value;
        if (values.Text("cursor") is not { } text)
            return new ListQuery(list, values, revision, sort, null);
        var cursor = Cursor.Decode(text);
        return CheckCursor(cursor, list, values, revision, sort) is { } problem
            ? new Error(ErrorKind.InvalidCursor, new ErrorDetail("cursor", problem))
            : new ListQuery(list, values, revision, sort, cursor);
    }

    private static string? CheckCursor(Cursor? cursor, ListDefinition list, QueryValues values, long revision, Sort sort)
    {
        if (cursor is null)
            return "is not one that this service issued: it was cut or changed. Begin again without it.";
        if (cursor.Revision != revision)
            return $"belongs to revision {cursor.Revision}; leave revision out, or begin again.";
        if (cursor.Query != Fingerprint(list, values, sort))
            return "belongs to another query. A cursor goes with the same path, filters and order as the page that gave it.";
        var fits = cursor.Keys.Count == sort.Terms.Count
            && sort.Terms.Select((term, i) => Cursor.ParseKey(cursor.Keys[i], term.Key.Type)).All(key => key is not null);
        return fits ? null : "holds keys that are not this list's. Begin again without it.";
    }

    /// <summary>Creates the query for the beginning of a list in its default order.</summary>
    public static ListQuery Create(ListDefinition list, QueryValues values, long revision) =>
        new(list, values, revision, Sort.Parse(QueryValues.None, list.Keys, list.DefaultSort, list.Last).Value!, null);

    /// <summary>Computes the fingerprint that ties cursors to this query.</summary>
    public static string Fingerprint(ListDefinition list, QueryValues values, Sort sort) =>
        Cursor.Fingerprint(list.Path, values.Without("limit", "cursor", "revision", "sort").Normalized(), sort.ToString());

    /// <summary>Reads a page, the total and the warnings in one round trip. A revision never changes, so the two agree.</summary>
    public async Task<ListPage> ReadPageAsync(NpgsqlConnection connection, long limit, CancellationToken cancel) =>
        (await ReadPagesAsync(connection, [(this, limit)], cancel))[0];

    /// <summary>Reads pages of several lists, in their order, in one round trip.</summary>
    public static async Task<IReadOnlyList<ListPage>> ReadPagesAsync(
        NpgsqlConnection connection, IReadOnlyList<(ListQuery Query, long Limit)> asked, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (query, limit) in asked)
            query.AddTo(batch, limit);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var pages = new List<ListPage>(asked.Count);
        foreach (var (query, limit) in asked)
        {
            pages.Add(await query.ReadAsync(reader, limit, cancel));
            await reader.NextResultAsync(cancel);
        }

        return pages;
    }

    /// <summary>Reads the warnings of the whole list.</summary>
    public Task<IReadOnlyList<RetractionWarning>> ReadWarningsAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        SelectionWarnings.ReadAsync(connection, list.Grain, values, revision, cancel);

    /// <summary>Creates the command that returns every row, for a stream.</summary>
    public NpgsqlCommand AllRows(NpgsqlConnection connection)
    {
        var batched = Command(SelectSql, withCursor: true);
        var command = new NpgsqlCommand(batched.CommandText, connection);
        foreach (var parameter in batched.Parameters.ToList())
            command.Parameters.Add(parameter.Clone());
        return command;
    }

    private void AddTo(NpgsqlBatch batch, long limit)
    {
        var page = Command(SelectSql + "\nlimit @fetched", withCursor: true);
        page.Parameters.AddWithValue("fetched", limit + 1);
        batch.BatchCommands.Add(page);
        batch.BatchCommands.Add(Command("select count(*) " + fromWhere, withCursor: false));
        if (list.Grain.MayWarn)
            batch.BatchCommands.Add(SelectionWarnings.Command(list.Grain, values, revision));
    }

    private async Task<ListPage> ReadAsync(NpgsqlDataReader reader, long limit, CancellationToken cancel)
    {
        var rows = new List<byte[]>();
        string? next = null;
        string[] keys = [];
        while (await reader.ReadAsync(cancel))
        {
            if (rows.Count == limit)
            {
                next = new Cursor(revision, Fingerprint(list, values, sort), keys).Encode();
                break;
            }

            rows.Add(reader.GetFieldValue<byte[]>(0));
            keys = [.. sort.Terms.Select((_, i) => Cursor.FormatKey(reader.GetValue(i + 1)))];
        }

        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        var total = reader.GetInt64(0);
        if (!list.Grain.MayWarn)
            return new ListPage(rows, next, total, []);
        await reader.NextResultAsync(cancel);
        return new ListPage(rows, next, total, await SelectionWarnings.ReadAsync(reader, cancel));
    }

    private string SelectSql =>
        $"""
        select {list.Row}, {string.Join(", ", sort.Terms.Select(term => term.Sql))}
        {fromWhere}{(cursor is null ? "" : "\n  and " + sort.Behind)}
        order by {sort.OrderBy}
        """;

    private NpgsqlBatchCommand Command(string sql, bool withCursor)
    {
        var command = new NpgsqlBatchCommand(sql);
        SelectionParameters.Add(command.Parameters, list.Grain, values, revision);
        if (withCursor && cursor is not null)
        {
            foreach (var (term, i) in sort.Terms.Select((term, i) => (term, i)))
                command.Parameters.AddWithValue($"after{i}", term.Key.Type, Cursor.ParseKey(cursor.Keys[i], term.Key.Type)!);
        }

        // The sort by relevance names @q, which is a parameter already because it needs q beside it.
        return command;
    }
}
