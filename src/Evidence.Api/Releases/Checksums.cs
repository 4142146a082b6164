using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Evidence.Api.Releases;

/// <summary>A line for every record that is valid at a revision, with the SHA-256 of its document; and the SHA-256 over all of them.</summary>
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

    /// <summary>SHA-256 over the lines.</summary>
    public byte[] Digest { get; } = SHA256.HashData(Text);

    /// <summary>The lines of a revision.</summary>
    public static async Task<Checksums> ReadAsync(NpgsqlConnection connection, long revision, CancellationToken cancel)
    {
        var lines = (await connection.QueryAsync<string>(new CommandDefinition(Select, new { Revision = revision }, cancellationToken: cancel))).ToList();
        return new Checksums(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), lines.Count);
    }
}
