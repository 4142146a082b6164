using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Hosting.Lists;

/// <summary>Answers a list: a page of JSON, or CSV and NDJSON as a page or as a stream of every row.</summary>
public static class ListAnswer
{
    private const int RowsBetweenFlushes = 200;

    /// <summary>What cursors of a list without revisions carry for one.</summary>
    private const long LiveRevision = 1;

    /// <summary>Reads the request, asks the database and sends the rows.</summary>
    public static async Task SendAsync(HttpContext http, EvidenceDatabase database, ListDefinition list, params IReadOnlyList<Format> formats)
    {
        if (await ReadRequest.BeginAsync(http, database, list.Parameters, formats) is not { } request)
            return;
        if (list.Grain.FromPath is { Parameter.Name: var name })
            request.Values = request.Values.With(name, (string)http.GetRouteValue(name)!);
        if (await MakeQueryAsync(http, list, request) is not { } query)
            return;
        CsvTable? table = null;
        if (request.Format == Format.Csv && (table = await list.ColumnsAsync(http, database, request)) is null)
            return;
        SendHeaders(http, list, request.Format, table);
        var isPage = request.Format == Format.Json || request.Values.Has("limit") || request.Values.Has("cursor");
        if (isPage)
            await SendPageAsync(http, database, request, query, table?.Columns);
        else
            await StreamAsync(http, database, request.Format, query, table?.Columns);
    }

    /// <summary>The query of a list for a request that has been read; gives nothing where a problem has been sent instead.</summary>
    public static Task<ListQuery?> MakeQueryAsync(HttpContext http, ListDefinition list, ReadRequest request) =>
        MakeQueryAsync(http, request.Format.References is null ? list : list with { Row = list.Record! }, request.Values, request.Revision);

    /// <summary>Answers a list whose rows change without a revision: every page is as things stand when it is asked for.</summary>
    public static async Task SendLiveAsync(HttpContext http, EvidenceDatabase database, ListDefinition list)
    {
        if (await AnswerOfNoRevision.BeginAsync(http, database, list.Parameters) is not { } values
            || await MakeQueryAsync(http, list, values, LiveRevision) is not { } query)
            return;
        var page = await database.ReadAsync((connection, cancel) => query.ReadPageAsync(connection, LimitOf(values), cancel), http.RequestAborted);
        var body = new MemoryStream();
        WriteJson(body, page);
        await AnswerOfNoRevision.SendAsync(http, body.ToArray(), page.NextCursor);
    }

    private static long LimitOf(QueryValues values) => values.WholeNumber("limit") ?? ListDefinition.DefaultLimit;

    private static async Task<ListQuery?> MakeQueryAsync(HttpContext http, ListDefinition list, QueryValues values, long revision)
    {
        var (sort, errors) = Sort.Of(values, list.Keys, list.DefaultSort, list.Last);
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(errors));
            return null;
        }

        Cursor? cursor = null;
        if (values.Text("cursor") is { } text)
        {
            cursor = Cursor.Decode(text);
            if (Fault(cursor, list, values, revision, sort) is { } fault)
            {
                await Answer.ProblemAsync(http, ProblemTypes.InvalidCursor.With(new ParameterError("cursor", fault)));
                return null;
            }
        }

        return new ListQuery(list, values, revision, sort, cursor);
    }

    private static string? Fault(Cursor? cursor, ListDefinition list, QueryValues values, long revision, Sort sort)
    {
        if (cursor is null)
            return "is none that this service gave: it was cut or changed. Begin again without it.";
        if (cursor.Revision != revision)
            return $"belongs to revision {cursor.Revision}; leave revision out, or begin again.";
        if (cursor.Query != ListQuery.Fingerprint(list, values, sort))
            return "belongs to another query. A cursor goes with the same path, filters and order as the page that gave it.";
        var typed = cursor.Keys.Count == sort.Terms.Count
            && sort.Terms.Select((term, i) => Cursor.KeyValue(cursor.Keys[i], term.Key.Type)).All(key => key is not null);
        return typed ? null : "holds keys that are not this list's. Begin again without it.";
    }

    private static async Task SendPageAsync(
        HttpContext http, EvidenceDatabase database, ReadRequest request, ListQuery query, IReadOnlyList<CsvColumn>? columns)
    {
        var page = await database.ReadAsync((connection, cancel) => query.ReadPageAsync(connection, LimitOf(request.Values), cancel), http.RequestAborted);
        EvidenceWarning.Send(http, page.Warnings);
        Links.ToNextPage(http, page.NextCursor);
        var body = new MemoryStream();
        if (request.Format == Format.Json)
            WriteJson(body, page);
        else
            await WriteRowsAsync(body, request.Format, columns, page.Rows, http.RequestAborted);
        await Answer.BytesAsync(http, request.Format.ContentType, body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static void WriteJson(MemoryStream body, ListPage page)
    {
        body.Write("{\"data\":["u8);
        for (var i = 0; i < page.Rows.Count; i++)
        {
            if (i > 0)
                body.WriteByte((byte)',');
            body.Write(page.Rows[i]);
        }

        body.Write("],\"page\":"u8);
        body.Write(Catalogue.CatalogueJson.Write(new PageInfo { NextCursor = page.NextCursor, Total = page.Total }));
        if (page.Warnings.Count > 0)
        {
            body.Write(",\"warnings\":"u8);
            body.Write(Catalogue.CatalogueJson.Write(page.Warnings));
        }

        body.WriteByte((byte)'}');
    }

    private static async Task WriteRowsAsync(
        Stream body, Format format, IReadOnlyList<CsvColumn>? columns, IReadOnlyList<byte[]> rows, CancellationToken cancel)
    {
        await using var writer = RowWriter.For(format, columns, body);
        foreach (var row in rows)
            writer.Write(row);
        writer.Finish();
        await writer.FlushAsync(cancel);
    }

    private static async Task StreamAsync(HttpContext http, EvidenceDatabase database, Format format, ListQuery query, IReadOnlyList<CsvColumn>? columns)
    {
        EvidenceWarning.Send(http, await database.ReadAsync(query.ReadWarningsAsync, http.RequestAborted));
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        await using var rows = await database.OpenRowsAsync(query.AllRows, http.RequestAborted);
        await using var writer = RowWriter.For(format, columns, http.Response.Body);
        var waiting = 0;
        await foreach (var row in rows.ReadAsync(http.RequestAborted))
        {
            writer.Write(row);
            if (++waiting % RowsBetweenFlushes == 0)
                await writer.FlushAsync(http.RequestAborted);
        }

        writer.Finish();
        await writer.FlushAsync(http.RequestAborted);
    }

    private static void SendHeaders(HttpContext http, ListDefinition list, Format format, CsvTable? table)
    {
        http.Response.ContentType = format.ContentType;
        if (table is not null)
            CsvDescription.Link(http, list.Path, table.Selector.Length > 0 ? "?" + table.Selector : "");
        if (table is not null || format.References is not null)
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{list.Path[(list.Path.LastIndexOf('/') + 1)..]}.{format.Name}\"";
    }
}
