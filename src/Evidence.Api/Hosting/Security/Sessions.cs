using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Evidence.Api.Hosting.Security;

/// <summary>A curator who is signed in.</summary>
/// <param name="Actor">Who, as revisions name the actor.</param>
/// <param name="Role">A term of <c>key-role</c>.</param>
public sealed record SignedIn(string Actor, string Role);

/// <summary>
/// Sessions of curators in a browser. The cookie has random bits of its own and never the key; the table has their digest. A session ends with the
/// key it began with: that is looked at in every request.
/// </summary>
public static class Sessions
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private const int TokenBytes = 32;
    private const int LongestToken = 100;

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

    /// <summary>Begins a session of the key's holder, and gives the token for the cookie; it is kept nowhere else.</summary>
    public static async Task<string> BeginAsync(NpgsqlConnection connection, string keyId, DateTimeOffset now, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await connection.ExecuteAsync(new CommandDefinition(DeleteExpired, new { Now = now }, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(Insert, new { Digest = DigestOf(token), KeyId = keyId, Now = now, ExpiresAt = now + Life }, cancellationToken: cancel));
        return token;
    }

    /// <summary>Who is signed in by the token; nothing where the session or its key has ended.</summary>
    public static async Task<SignedIn?> FindAsync(NpgsqlConnection connection, string token, DateTimeOffset now, CancellationToken cancel) =>
        token.Length <= LongestToken
        && await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, new { Digest = DigestOf(token), Now = now }, cancellationToken: cancel)) is { } row
            ? new SignedIn($"{row.Name} (key {row.Id})", row.Role)
            : null;

    /// <summary>Ends a session.</summary>
    public static Task EndAsync(NpgsqlConnection connection, string token, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(Delete, new { Digest = DigestOf(token) }, cancellationToken: cancel));

    private static byte[] DigestOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Role { get; init; } = "";
    }
}
