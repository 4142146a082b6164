using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Hosting.Lists;

/// <summary>One page of a list: rows as stored bytes.</summary>
/// <param name="Rows">The rows, each a JSON object.</param>
/// <param name="NextCursor">Where the next page begins; nothing on the last one.</param>
/// <param name="Total">Rows of the whole list.</param>
/// <param name="Warnings">What to warn of in the whole list.</param>
public sealed record ListPage(IReadOnlyList<byte[]> Rows, string? NextCursor, long Total, IReadOnlyList<RetractionWarning> Warnings)
{
    /// <summary>The rows as the records that they are.</summary>
    public IReadOnlyList<TRow> Read<TRow>() where TRow : class => [.. Rows.Select(row => CatalogueJson.Read<TRow>(row).Value!)];
}

/// <summary>The SQL of a list for one request, put together from constant fragments; values only travel as parameters.</summary>
public sealed class ListQuery(ListDefinition list, QueryValues values, long revision, Sort sort, Cursor? cursor)
{
    private readonly string fromWhere = list.Grain.FromWhere(values);

    /// <summary>The beginning of a list in its own order.</summary>
    public static ListQuery Of(ListDefinition list, QueryValues values, long revision) =>
        new(list, values, revision, Sort.Of(QueryValues.None, list.Keys, list.DefaultSort, list.Last).Sort, null);

    /// <summary>What a cursor of this query belongs to.</summary>
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

    /// <summary>The command that gives every row, to be sent while they come.</summary>
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
        if (list.Grain.IsOfStudies)
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
            keys = [.. sort.Terms.Select((_, i) => Cursor.KeyText(reader.GetValue(i + 1)))];
        }

        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        var total = reader.GetInt64(0);
        if (!list.Grain.IsOfStudies)
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
                command.Parameters.AddWithValue($"after{i}", term.Key.Type, Cursor.KeyValue(cursor.Keys[i], term.Key.Type)!);
        }

        // The sort by relevance names @q, which is a parameter already because it needs q beside it.
        return command;
    }
}
