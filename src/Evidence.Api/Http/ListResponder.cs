using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Formats.Tables;
using Evidence.Store.Database;
using Evidence.Store.Indexing;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Selection;

namespace Evidence.Api.Http;

/// <summary>Describes a list as the API serves it.</summary>
/// <param name="Definition">The list.</param>
public sealed record ListEndpoint(ListDefinition Definition)
{
    /// <summary>Chooses the columns of its CSV; the members of the row unless said otherwise.</summary>
    public Func<EvidenceDatabase, ReadQuery, CancellationToken, Task<Result<CsvTable>>> Columns { get; init; } =
        (_, _, _) => Task.FromResult<Result<CsvTable>>(new CsvTable(CsvColumn.FromType(Definition.RowType)));
}

/// <summary>Responds with lists: a page of JSON, or CSV, NDJSON and bibliographies as a page or as a stream of every row.</summary>
public sealed class ListResponder(EvidenceDatabase database, Responder responder)
{
    private static readonly Guid BuildId = Build.Combine(typeof(ListResponder), typeof(Format), typeof(Build), typeof(Study), typeof(Synthesis.Effects.EffectRow));

    /// <summary>Revision that the cursors of a list without revisions carry.</summary>
    private const long NoRevision = 1;

    /// <summary>Responds with a page or a stream of the list, in the format that is accepted.</summary>
    public async Task<IResult> ListAsync(HttpContext http, ListEndpoint endpoint, params IReadOnlyList<Format> formats)
    {
        var list = endpoint.Definition;
        var request = await RequestReader.ReadAsync(http, database, list.Parameters, formats);
        if (!request.IsSuccess)
            return new ErrorResponse(request.Error);
        var (query, format) = (request.Value.Query, request.Value.Format);
        ResponseHeaders.SetRevision(http, query, list.Parameters);
        if (ResponseHeaders.SetValidator(http, query.ETag(BuildId, http.Request.Path, format.Name), query.IsPinned))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var values = list.Grain.FromPath is { Parameter.Name: var name } ? query.Values.With(name, (string)http.GetRouteValue(name)!) : query.Values;
        var rows = ListQuery.Parse(format.References is null ? list : list with { Row = list.Record! }, values, query.Revision);
        if (!rows.IsSuccess)
            return new ErrorResponse(rows.Error);
        var table = format == Format.Csv ? await endpoint.Columns(database, query, http.RequestAborted) : null;
        if (table is { IsSuccess: false })
            return new ErrorResponse(table.Error);
        SetFileHeaders(http, list, format, table?.Value);
        return format == Format.Json || values.Has("limit") || values.Has("cursor")
            ? await PageAsync(http, rows.Value, values, format, table?.Value?.Columns)
            : await StreamAsync(http, rows.Value, format, table?.Value?.Columns);
    }

    /// <summary>Responds with a page of a list whose rows change without a revision: every page is as of the moment when it is asked for.</summary>
    public Task<IResult> UnversionedListAsync(HttpContext http, ListDefinition list) =>
        responder.UnversionedAsync(http, list.Parameters, Format.Json, isImmutable: false, async (values, cancel) =>
        {
            var rows = ListQuery.Parse(list, values, NoRevision);
            if (!rows.IsSuccess)
                return rows.Error;
            var page = await database.ReadAsync((connection, token) => rows.Value.ReadPageAsync(connection, GetLimit(values), token), cancel);
            return (WriteJson(page), page.NextCursor);
        });

    /// <summary>Responds with the description of the columns of the list's CSV (CSV on the Web).</summary>
    public Task<IResult> CsvDescriptionAsync(HttpContext http, ListEndpoint endpoint)
    {
        var list = endpoint.Definition;
        return responder.ReadAsync(http, list.DictionaryParameters, CsvDescription.Format, async (query, cancel) =>
            (await endpoint.Columns(database, query, cancel)).Map(table => new Content(CsvDescription.Write(list.Path, list.RowType, table.Columns))));
    }

    /// <summary>Responds with the description of a CSV whose columns are the members of a record.</summary>
    public Task<IResult> CsvDescriptionAsync(HttpContext http, string path, Type rowType) =>
        responder.ReadAsync(http, [RevisionParameters.Revision], CsvDescription.Format, (_, _) =>
            Task.FromResult<Result<Content>>(new Content(CsvDescription.Write(path, rowType, CsvColumn.FromType(rowType)))));

    private async Task<IResult> PageAsync(HttpContext http, ListQuery rows, QueryValues values, Format format, IReadOnlyList<CsvColumn>? columns)
    {
        var page = await database.ReadAsync((connection, cancel) => rows.ReadPageAsync(connection, GetLimit(values), cancel), http.RequestAborted);
        ResponseHeaders.SetWarnings(http, page.Warnings);
        ResponseHeaders.AddNextPage(http, page.NextCursor);
        return new ContentResponse(format == Format.Json ? WriteJson(page) : WriteRows(format, columns, page.Rows), format.ContentType);
    }

    private async Task<IResult> StreamAsync(HttpContext http, ListQuery rows, Format format, IReadOnlyList<CsvColumn>? columns)
    {
        ResponseHeaders.SetWarnings(http, await database.ReadAsync(rows.ReadWarningsAsync, http.RequestAborted));
        return new RowStreamResponse(database, rows, format, columns);
    }

    private static long GetLimit(QueryValues values) => values.WholeNumber("limit") ?? ListDefinition.DefaultLimit;

    private static byte[] WriteJson(ListPage page)
    {
        var body = new MemoryStream();
        body.Write("{\"data\":["u8);
        for (var i = 0; i < page.Rows.Count; i++)
        {
            if (i > 0)
                body.WriteByte((byte)',');
            body.Write(page.Rows[i]);
        }

        body.Write("],\"page\":"u8);
        body.Write(CatalogueJson.Write(new PageInfo { NextCursor = page.NextCursor, Total = page.Total }));
        if (page.Warnings.Count > 0)
        {
            body.Write(",\"warnings\":"u8);
            body.Write(CatalogueJson.Write(page.Warnings));
        }

        body.WriteByte((byte)'}');
        return body.ToArray();
    }

    private static byte[] WriteRows(Format format, IReadOnlyList<CsvColumn>? columns, IReadOnlyList<byte[]> rows)
    {
        using var writer = RowWriter.Create(format, columns);
        foreach (var row in rows)
            writer.Write(row);
        writer.Finish();
        return writer.ToArray();
    }

    private static void SetFileHeaders(HttpContext http, ListDefinition list, Format format, CsvTable? table)
    {
        if (table is not null)
            ResponseHeaders.AddCsvDescription(http, list.Path, table.Selector.Length > 0 ? "?" + table.Selector : "");
        if (table is not null || format.References is not null)
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{list.Path[(list.Path.LastIndexOf('/') + 1)..]}.{format.Name}\"";
    }
}
