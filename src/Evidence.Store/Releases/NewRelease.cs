using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Store.Releases;

/// <summary>Names a revision, for the API and for the command line alike.</summary>
public static class NewRelease
{
    private const string SelectNewest = "select newest_revision from catalogue";

    private const string Insert = """
        insert into release (name, revision, notes, checksum, records, created_at, created_by)
        values (@Name, @Revision, @Notes, @Checksum, @Records, @Now, @Actor)
        on conflict on constraint release_pkey do nothing
        """;

    /// <summary>Writes the release and returns the revision that it names; fails if the name is taken, or the request is not valid.</summary>
    public static async Task<Result<long>> WriteAsync(
        NpgsqlTransaction transaction, ReleaseRequest asked, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var issues = asked.Check();
        if (issues.Count > 0)
            return Error.FromIssues(issues);
        var newest = await connection.QuerySingleAsync<long>(new CommandDefinition(SelectNewest, transaction: transaction, cancellationToken: cancel));
        var revision = asked.Revision ?? newest;
        if (revision < 1 || revision > newest)
            return Error.FromIssues([ValidationIssue.Error("/revision", $"The catalogue has no revision {revision}; expected 1 to {newest}")]);
        var checksums = await Checksums.ReadAsync(connection, revision, cancel);
        var row = new { asked.Name, Revision = revision, asked.Notes, Checksum = checksums.Digest, checksums.Records, Now = now, Actor = actor };
        if (await connection.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: cancel)) > 0)
            return revision;
        var taken = await NamedRelease.FindAsync(connection, asked.Name, cancel);
        return new Error(ErrorKind.Conflict, $"'{asked.Name}' names revision {taken!.Revision}, and a release never changes; take another name.");
    }
}
