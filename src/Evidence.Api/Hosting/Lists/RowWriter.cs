using System.Text;
using System.Text.Json;
using CsvHelper;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;
using Evidence.Formats.Citations;

namespace Evidence.Api.Hosting.Lists;

/// <summary>Writes stored rows in a format that has no frame around them.</summary>
public abstract class RowWriter : IAsyncDisposable
{
    /// <summary>The writer of CSV where there are columns, else of NDJSON.</summary>
    public static RowWriter For(IReadOnlyList<CsvColumn>? columns, Stream to) =>
        columns is null ? new NdjsonRows(to) : new CsvRows(columns, to);

    /// <summary>The writer of a format; of CSV with the columns.</summary>
    public static RowWriter For(Format format, IReadOnlyList<CsvColumn>? columns, Stream to) =>
        format.References is { } references ? new ReferenceRows(references, to) : For(columns, to);

    /// <summary>Writes a row.</summary>
    public abstract void Write(byte[] row);

    /// <summary>Writes what stands behind the last row.</summary>
    public virtual void Finish()
    {
    }

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

    /// <summary>Each row is the stored record of a study, and gives an entry for each of its reports.</summary>
    private sealed class ReferenceRows : RowWriter
    {
        private readonly ReferenceFormat format;
        private readonly Stream to;
        private readonly StringBuilder waiting = new();
        private bool isFirst = true;

        public ReferenceRows(ReferenceFormat format, Stream to)
        {
            (this.format, this.to) = (format, to);
            waiting.Append(format.Head);
        }

        public override void Write(byte[] row)
        {
            var study = CatalogueJson.Read<Study>(row).Value ?? throw new InvalidOperationException("A stored study cannot be read by this program.");
            foreach (var reference in StudyReferences.Of(study))
            {
                waiting.Append(isFirst ? "" : format.Separator).Append(format.Entry(reference));
                isFirst = false;
            }
        }

        public override void Finish() => waiting.Append(format.Tail);

        public override async Task FlushAsync(CancellationToken cancel)
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(waiting.ToString()), cancel);
            await to.FlushAsync(cancel);
            waiting.Clear();
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
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
