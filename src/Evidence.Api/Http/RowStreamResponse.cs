using Evidence.Formats;
using Evidence.Formats.Tables;
using Evidence.Store.Database;
using Evidence.Store.Lists;

namespace Evidence.Api.Http;

/// <summary>Streams every row of a list while the database returns them.</summary>
public sealed class RowStreamResponse(EvidenceDatabase database, ListQuery rows, Format format, IReadOnlyList<CsvColumn>? columns) : IResult
{
    private const int RowsBetweenFlushes = 200;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancel = httpContext.RequestAborted;
        httpContext.Response.ContentType = format.ContentType;
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        await using var open = await database.OpenRowsAsync(rows.AllRows, cancel);
        using var writer = RowWriter.Create(format, columns);
        var unflushed = 0;
        await foreach (var row in open.ReadAsync(cancel))
        {
            writer.Write(row);
            if (++unflushed % RowsBetweenFlushes == 0)
                await writer.FlushAsync(httpContext.Response.Body, cancel);
        }

        writer.Finish();
        await writer.FlushAsync(httpContext.Response.Body, cancel);
    }
}
