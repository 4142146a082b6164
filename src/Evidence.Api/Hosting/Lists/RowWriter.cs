using System.Text.Json;
using CsvHelper;

namespace Evidence.Api.Hosting.Lists;

/// <summary>Writes stored rows in a format that has no frame around them.</summary>
public abstract class RowWriter : IAsyncDisposable
{
    /// <summary>The writer of CSV where there are columns, else of NDJSON.</summary>
    public static RowWriter For(IReadOnlyList<CsvColumn>? columns, Stream to) =>
        columns is null ? new NdjsonRows(to) : new CsvRows(columns, to);

    /// <summary>Writes a row.</summary>
    public abstract void Write(byte[] row);

    /// <summary>Sends what was written.</summary>
    public abstract Task FlushAsync(CancellationToken cancel);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    private sealed class NdjsonRows(Stream to) : RowWriter
    {
        private readonly MemoryStream waiting = new();

        public override void Write(byte[] row)
        {
            waiting.Write(row);
            waiting.WriteByte((byte)'\n');
        }

        public override async Task FlushAsync(CancellationToken cancel)
        {
            await to.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancel);
            await to.FlushAsync(cancel);
            waiting.SetLength(0);
        }

        public override ValueTask DisposeAsync() => waiting.DisposeAsync();
    }

    /// <summary>A buffer stands between the writer and the wire, because the writer flushes by itself, and then not asynchronously.</summary>
    private sealed class CsvRows : RowWriter
    {
        private readonly IReadOnlyList<CsvColumn> columns;
        private readonly Stream to;
        private readonly MemoryStream waiting = new();
        private readonly CsvWriter csv;

        public CsvRows(IReadOnlyList<CsvColumn> columns, Stream to)
        {
            (this.columns, this.to) = (columns, to);
            csv = CsvWriter.Create(waiting, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
            foreach (var column in columns)
                csv.WriteField(column.Name);
            csv.EndRecord();
        }

        public override void Write(byte[] row)
        {
            using var document = JsonDocument.Parse(row);
            foreach (var column in columns)
                csv.WriteField(column.Cell(document.RootElement));
            csv.EndRecord();
        }

        public override async Task FlushAsync(CancellationToken cancel)
        {
            csv.Flush();
            await to.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancel);
            await to.FlushAsync(cancel);
            waiting.SetLength(0);
        }

        public override async ValueTask DisposeAsync()
        {
            await csv.DisposeAsync();
            await waiting.DisposeAsync();
        }
    }
}
