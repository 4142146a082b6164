using System.Text;
using System.Text.Json;
using CsvHelper;
using Evidence.Catalogue;
using Evidence.Formats.Citations;

namespace Evidence.Formats.Tables;

/// <summary>Writes stored rows, each a JSON object in UTF-8, in a format that needs no total length: CSV, NDJSON or a bibliography.</summary>
public abstract class RowWriter : IDisposable
{
    private readonly MemoryStream buffer = new();

    /// <summary>Creates the writer of CSV, or of NDJSON if there are no columns.</summary>
    public static RowWriter Create(IReadOnlyList<CsvColumn>? columns) => columns is null ? new NdjsonRows() : new CsvRows(columns);

    /// <summary>Creates the writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="columns">The columns of CSV; null for other formats.</param>
    public static RowWriter Create(Format format, IReadOnlyList<CsvColumn>? columns) =>
        format.References is { } references ? new ReferenceRows(references) : Create(columns);

    /// <summary>Writes a row into the buffer.</summary>
    public abstract void Write(byte[] row);

    /// <summary>Writes what follows the last row.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>Moves what was written since the last call to a stream.</summary>
    public async Task FlushAsync(Stream to, CancellationToken cancel)
    {
        CompleteBuffer();
        await to.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
        await to.FlushAsync(cancel);
        buffer.SetLength(0);
    }

    /// <summary>Returns what was written since the last flush.</summary>
    public byte[] ToArray()
    {
        CompleteBuffer();
        return buffer.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the buffer of rows.</summary>
    protected virtual void Dispose(bool disposing) => buffer.Dispose();

    /// <summary>Moves what a writer of another library holds back into the buffer.</summary>
    protected virtual void CompleteBuffer()
    {
    }

    private sealed class NdjsonRows : RowWriter
    {
        public override void Write(byte[] row)
        {
            buffer.Write(row);
            buffer.WriteByte((byte)'\n');
        }
    }

    /// <summary>Each row is the stored record of a study, and gives an entry for each of its reports.</summary>
    private sealed class ReferenceRows : RowWriter
    {
        private readonly ReferenceFormat format;
        private bool isFirst = true;

        public ReferenceRows(ReferenceFormat format)
        {
            this.format = format;
            Append(format.Head);
        }

        public override void Write(byte[] row)
        {
            var study = CatalogueJson.Read<Study>(row).Value ?? throw new InvalidOperationException("A stored study cannot be read by this program.");
            foreach (var reference in StudyReferences.Create(study))
            {
                Append(isFirst ? "" : format.Separator);
                Append(format.Entry(reference));
                isFirst = false;
            }
        }

        public override void Finish() => Append(format.Tail);

        private void Append(string text) => buffer.Write(Encoding.UTF8.GetBytes(text));
    }

    private sealed class CsvRows : RowWriter
    {
        private readonly IReadOnlyList<CsvColumn> columns;
        private readonly CsvWriter csv;

        public CsvRows(IReadOnlyList<CsvColumn> columns)
        {
            this.columns = columns;
            csv = CsvWriter.Create(buffer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
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

        protected override void CompleteBuffer() => csv.Flush();

        protected override void Dispose(bool disposing)
        {
            csv.Dispose();
            base.Dispose(disposing);
        }
    }
}
