using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Evidence.Store.Database;

namespace Evidence.Store.Keys;

/// <summary>
/// The session of a curator in a browser. Its token is random and the table has only the digest of it, so that a reader of the database cannot act as
/// the curator. A session ends with the key that it was started with, because the key is looked up with it.
/// </summary>
/// <param name="Actor">Name of the curator, as revisions keep it.</param>
/// <param name="Role">A term of <c>key-role</c>.</param>
public sealed record CuratorSession(string Actor, string Role)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const int TokenBytes = 32;
    private const int MaxTokenLength = 100;

    private const string DeleteExpired = "delete from curator_session where expires_at <= @Now";
    private const string Insert = "insert into curator_session (digest, key_id, created_at, expires_at) values (@Digest, @KeyId, @Now, @ExpiresAt)";
    private const string Delete = "delete from curator_session where digest = @Digest";

    private const string Select = """
        select k.key_id as id, k.name, k.role
        from curator_session s
        join api_key k on k.key_id = s.key_id
        where s.digest = @Digest
          and s.expires_at > @Now
          and (k.expires_at is null or k.expires_at > @Now)
          and (k.revoked_at is null or k.revoked_at > @Now)
        """;

    /// <summary>Starts a session of the key's holder and returns its token, which is stored nowhere.</summary>
    public static Task<string> StartAsync(EvidenceDatabase database, string keyId, DateTimeOffset now, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var row = new { Digest = ComputeDigest(token), KeyId = keyId, Now = now, ExpiresAt = now + Lifetime };
        return database.WriteAsync(
            async (transaction, stop) =>
            {
                await transaction.Connection!.ExecuteAsync(new CommandDefinition(DeleteExpired, row, transaction, cancellationToken: stop));
                await transaction.Connection!.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: stop));
                return token;
            },
            _ => true,
            cancel);
    }

    /// <summary>Returns the session of a token, or null if it or its key has ended.</summary>
    public static async Task<CuratorSession?> FindAsync(EvidenceDatabase database, string token, DateTimeOffset now, CancellationToken cancel)
    {
        if (token.Length > MaxTokenLength)
            return null;
        var key = new { Digest = ComputeDigest(token), Now = now };
        var row = await database.ReadAsync(
            (connection, stop) => connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, key, cancellationToken: stop)), cancel);
        return row is null ? null : new CuratorSession(Keys.Actor.FormatName(row.Name, row.Id), row.Role);
    }

    /// <summary>Ends the session of a token, in every browser that has it.</summary>
    public static Task EndAsync(EvidenceDatabase database, string token, CancellationToken cancel) =>
        database.WriteAsync(
            (transaction, stop) => transaction.Connection!.ExecuteAsync(
                new CommandDefinition(Delete, new { Digest = ComputeDigest(token) }, transaction, cancellationToken: stop)),
            _ => true,
            cancel);

    private static byte[] ComputeDigest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Role { get; init; } = "";
    }
}
