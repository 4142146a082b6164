using Dapper;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Releases;

/// <summary>Names a revision, for the API and for the command line alike.</summary>
public static class NewRelease
{
    private const string SelectNewest = "select newest_revision from catalogue";

    private const string Insert = """
        insert into release (name, revision, notes, checksum, records, created_at, created_by)
        values (@Name, @Revision, @Notes, @Checksum, @Records, @Now, @Actor)
        on conflict on constraint release_pkey do nothing
        """;

    /// <summary>Writes the release, and gives the revision that it names; or the problem (409, 422), and then nothing is written.</summary>
    public static async Task<(long? Revision, Problem? Problem)> WriteAsync(
        NpgsqlTransaction transaction, ReleaseRequest asked, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var findings = asked.Check();
        if (findings.Count > 0)
            return (null, RequestBody.Refusal(findings));
        var newest = await connection.QuerySingleAsync<long>(new CommandDefinition(SelectNewest, transaction: transaction, cancellationToken: cancel));
        var revision = asked.Revision ?? newest;
        if (revision < 1 || revision > newest)
            return (null, RequestBody.Refusal([Finding.Error("/revision", $"The catalogue has no revision {revision}; expected 1 to {newest}")]));
        var checksums = await Checksums.ReadAsync(connection, revision, cancel);
        var row = new { asked.Name, Revision = revision, asked.Notes, Checksum = checksums.Digest, checksums.Records, Now = now, Actor = actor };
        if (await connection.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: cancel)) > 0)
            return (revision, null);
        var taken = await NamedRelease.FindAsync(connection, asked.Name, cancel);
        return (null, ProblemTypes.Conflict.With($"'{asked.Name}' names revision {taken!.Revision}, and a release never changes; take another name."));
    }
}
