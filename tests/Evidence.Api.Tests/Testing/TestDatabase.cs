using Evidence.Api.Commands;
using Evidence.Store.Database;
using Evidence.Store.Files;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Api.Tests.Testing;

/// <summary>A database as a test handles it.</summary>
internal sealed class TestDatabase(string connectionString)
{
    public string ConnectionString => connectionString;

    /// <summary>One that holds the real catalogue as revision 1.</summary>
    public static async Task<TestDatabase> LoadedAsync() =>
        new(await TestServer.CreateFromTemplateAsync("catalogue", EvidenceService.PrepareAsync));

    /// <summary>The records of <c>db/catalogue</c>.</summary>
    public static Task<IReadOnlyList<RecordWrite>> FilesAsync() =>
        CatalogueFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, "catalogue"), _ => { }, CancellationToken.None);

    /// <summary>Does what a start of the service does, with these records for its files.</summary>
    public async Task StartAsync(IReadOnlyList<RecordWrite> files, Action<string>? progress = null)
    {
        await using var source = DatabaseServices.CreateSource(connectionString);
        await DatabasePreparation.PrepareAsync(source, Migrations.All, files, TimeProvider.System, progress ?? (_ => { }), CancellationToken.None);
    }

    /// <summary>Writes records as a curator does, one transaction and one revision, and gives the revision.</summary>
    public Task<long> WriteAsync(params IReadOnlyList<RecordWrite> records) =>
        ReviseAsync((transaction, revision) => RecordWriter.WriteAsync(transaction, revision, records, CancellationToken.None));

    /// <summary>Withdraws a record as a curator does, and gives the revision.</summary>
    public Task<long> WithdrawAsync(string kind, string id) =>
        ReviseAsync((transaction, revision) => RecordWriter.WithdrawAsync(transaction, revision, kind, id, CancellationToken.None));

    private async Task<long> ReviseAsync(Func<NpgsqlTransaction, long, Task> write)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var revision = await RevisionCounter.BeginAsync(
            transaction, TimeProvider.System.GetUtcNow(), "a curator", "for a test", CancellationToken.None);
        await write(transaction, revision);
        await transaction.CommitAsync();
        return revision;
    }

    /// <summary>The single value that a query gives.</summary>
    public async Task<T> AskAsync<T>(string query)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task ExecuteAsync(string statement) => AskAsync<object?>(statement);

    /// <summary>Every row of a query as text, in the order of the texts.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string query) =>
        await AskAsync<string[]>($"select coalesce(array_agg(q::text order by q::text collate \"C\"), '{{}}') from ({query}) q");
}
