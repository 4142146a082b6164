using System.Security.Cryptography;
using System.Text;
using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Store.Releases;

/// <summary>Lists every record that is valid at a revision with the SHA-256 of its document, and computes the SHA-256 over all of them.</summary>
/// <param name="Text">The lines: kind, identifier and digest in hexadecimal, parted by single spaces, in the order of their bytes, each ended by LF.</param>
/// <param name="Records">How many there are.</param>
public sealed record Checksums(byte[] Text, int Records)
{
    private const string Select = """
        select kind || ' ' || record_id || ' ' || encode(digest, 'hex')
        from record_version
        where valid_from <= @Revision
          and valid_until > @Revision
        order by kind || ' ' || record_id collate "C"
        """;

    /// <summary>Gets the SHA-256 over the lines.</summary>
    public byte[] Digest { get; } = SHA256.HashData(Text);

    /// <summary>Reads the lines of a release, which has no next page; fails if there is no release of that name.</summary>
    public static async Task<Result<(byte[] Body, string? NextCursor)>> ReadAsync(EvidenceDatabase database, string name, CancellationToken cancel)
    {
        var release = await NamedRelease.ReadAsync(database, name, cancel);
        if (!release.IsSuccess)
            return release.Error;
        var checksums = await database.ReadAsync((connection, token) => ReadAsync(connection, release.Value.Revision, token), cancel);
        return (checksums.Text, null);
    }

    /// <summary>Reads the lines of a revision.</summary>
    public static async Task<Checksums> ReadAsync(NpgsqlConnection connection, long revision, CancellationToken cancel)
    {
        var lines = (await connection.QueryAsync<string>(new CommandDefinition(Select, new { Revision = revision }, cancellationToken: cancel))).ToList();
        return new Checksums(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), lines.Count);
    }
}
