using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Store.Indexing;

/// <summary>Brings the filter tables up to date with this build of the program, which may compute a row differently.</summary>
public static class IndexRefresh
{
    private const string SelectIndexBuild = "select index_build from catalogue";
    private const string LockOutWriters = "select from catalogue for update";
    private const string UpdateIndexBuild = "update catalogue set index_build = @Build";
    private const string DeleteIndex = "delete from study";

    private const string SelectStudies =
        "select version_id, valid_from as revision, document::text as document from record_version where kind = 'study' order by version_id";

    /// <summary>Fills the filter tables again if another build of the program filled them.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, Action<string> progress, CancellationToken cancel)
    {
        if (await connection.QuerySingleAsync<Guid?>(new CommandDefinition(SelectIndexBuild, cancellationToken: cancel)) == Build.Id)
            return;
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // What another process wrote between the reading of the documents and the emptying of the tables would be missing in them for ever.
        await connection.ExecuteAsync(new CommandDefinition(LockOutWriters, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        var versions = (await connection.QueryAsync<StoredStudy>(new CommandDefinition(SelectStudies, transaction: transaction, cancellationToken: cancel)))
            .Select(stored => stored.Read()).ToList();
        if (versions.Count > 0)
            progress($"Filling the filter tables for this version of the program: {versions.Count} study versions");
        await connection.ExecuteAsync(new CommandDefinition(DeleteIndex, transaction: transaction, cancellationToken: cancel));
        await StudyIndex.InsertAsync(connection, versions, cancel);
        await ChangeIndex.RefillAsync(transaction, cancel);
        await connection.ExecuteAsync(new CommandDefinition(UpdateIndexBuild, new { Build = Build.Id }, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
    }

    private sealed record StoredStudy
    {
        public long VersionId { get; init; }
        public long Revision { get; init; }
        public string Document { get; init; } = "";

        public IndexedStudy Read() => new(VersionId, Revision, CatalogueJson.Read<Study>(System.Text.Encoding.UTF8.GetBytes(Document)).Value
            ?? throw new StartupException($"Study version {VersionId} of the database cannot be read by this program; start the one that wrote it."));
    }
}
