using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.Keys;

/// <summary>Creates, verifies, lists and revokes API keys.</summary>
public static class KeyStore
{
    private const string Columns =
        "key_id as id, name, role, created_at as createdat, created_by as createdby, expires_at as expiresat, revoked_at as revokedat";

    private const string Insert = """
        insert into api_key (key_id, name, role, digest, created_at, created_by, expires_at)
        values (@Id, @Name, @Role, @Digest, @CreatedAt, @CreatedBy, @ExpiresAt)
        """;

    private const string SelectAll = $"select {Columns} from api_key order by created_at, key_id";
    private const string SelectOne = $"select {Columns}, digest from api_key where key_id = @Id";
    private const string Count = "select count(*) from api_key";

    /// <summary>The digest to compare with if there is no such key, so that the response takes as long.</summary>
    private static readonly byte[] NoDigest = new byte[32];

    private const string UpdateRevoked =
        $"update api_key set revoked_at = coalesce(revoked_at, @Now) where key_id = @Id returning {Columns}";

    /// <summary>Creates the key of a request; fails if the request is not valid. The key is in the result, and nowhere else.</summary>
    public static async Task<Result<NewApiKey>> CreateAsync(NpgsqlConnection connection, KeyRequest asked, string createdBy, DateTimeOffset now, CancellationToken cancel) =>
        asked.Check(now) is { Count: > 0 } issues
            ? Error.FromIssues(issues)
            : await CreateAsync(connection, asked.Name, asked.Role, asked.ExpiresAt, createdBy, now, cancel);

    /// <summary>Creates a key, which is in the result and nowhere else.</summary>
    /// <param name="connection">The database, with the transaction that it may be in.</param>
    /// <param name="name">Who holds it.</param>
    /// <param name="role">A term of <c>key-role</c>.</param>
    /// <param name="expiresAt">From when on it is refused; null for never.</param>
    /// <param name="createdBy">Name of the actor who creates it.</param>
    /// <param name="now">Time of the creation.</param>
    /// <param name="cancel">Cancels the write.</param>
    public static async Task<NewApiKey> CreateAsync(
        NpgsqlConnection connection, string name, string role, DateTimeOffset? expiresAt, string createdBy, DateTimeOffset now, CancellationToken cancel)
    {
        var text = ApiKeyFormat.Create();
        var row = new { text.Id, Name = name, Role = role, Digest = text.ComputeDigest(), CreatedAt = now, CreatedBy = createdBy, ExpiresAt = expiresAt?.ToUniversalTime() };
        await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancel));
        return new NewApiKey
        {
            Id = text.Id,
            Name = name,
            Role = role,
            CreatedAt = now,
            CreatedBy = createdBy,
            ExpiresAt = row.ExpiresAt,
            Key = text.Format(),
        };
    }

    /// <summary>Whether no key was ever created.</summary>
    public static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(Count, cancellationToken: cancel)) == 0;

    /// <summary>Lists every key, the expired and revoked ones too, oldest first.</summary>
    public static async Task<IReadOnlyList<ApiKey>> ListAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. (await connection.QueryAsync<KeyRow>(new CommandDefinition(SelectAll, cancellationToken: cancel))).Select(row => row.Key())];

    /// <summary>Revokes a key from now on; fails if there is none of that id. Revoking it again changes nothing.</summary>
    public static async Task<Result<ApiKey>> RevokeAsync(EvidenceDatabase database, string id, DateTimeOffset now, CancellationToken cancel)
    {
        var key = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.WriteAsync((transaction, token) => RevokeAsync(transaction.Connection!, id, now, token), key => key is not null, cancel);
        return key is null ? new Error(ErrorKind.NotFound, $"There is no key '{QueryReader.Truncate(id)}'; GET /v1/keys lists them.") : key;
    }

    /// <summary>Revokes a key from now on; returns null if there is none of that id.</summary>
    public static async Task<ApiKey?> RevokeAsync(NpgsqlConnection connection, string id, DateTimeOffset now, CancellationToken cancel) =>
        (await connection.QuerySingleOrDefaultAsync<KeyRow>(new CommandDefinition(UpdateRevoked, new { Id = id, Now = now }, cancellationToken: cancel)))?.Key();

    /// <summary>Returns the key that a text proves; fails if the catalogue has no such key, or the key was revoked or has expired.</summary>
    /// <param name="database">The database.</param>
    /// <param name="text">The text of the key as its holder sent it.</param>
    /// <param name="now">Time at which the key has to be valid.</param>
    /// <param name="cancel">Cancels the read.</param>
    public static async Task<Result<ApiKey>> VerifyAsync(EvidenceDatabase database, string text, DateTimeOffset now, CancellationToken cancel)
    {
        if (ApiKeyFormat.Parse(text) is not { } parsed)
            return Unknown;
        var row = await database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<KeyRow>(new CommandDefinition(SelectOne, new { parsed.Id }, cancellationToken: token)), cancel);
        if (!parsed.Proves(row?.Digest ?? NoDigest) || row?.Key() is not { } key)
            return Unknown;
        if (key.RevokedAt <= now)
            return new Error(ErrorKind.Unauthenticated, $"The key was revoked at {key.RevokedAt:u}.");
        return key.ExpiresAt <= now ? new Error(ErrorKind.Unauthenticated, $"The key expired at {key.ExpiresAt:u}.") : key;
    }

    private static Error Unknown => new(ErrorKind.Unauthenticated, "The key is not one of this catalogue.");

    private sealed record KeyRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Role { get; init; } = "";
        public DateTime CreatedAt { get; init; }
        public string CreatedBy { get; init; } = "";
        public DateTime? ExpiresAt { get; init; }
        public DateTime? RevokedAt { get; init; }
        public byte[] Digest { get; init; } = [];

        public ApiKey Key() => new()
        {
            Id = Id,
            Name = Name,
            Role = Role,
            CreatedAt = Utc(CreatedAt),
            CreatedBy = CreatedBy,
            ExpiresAt = ExpiresAt is { } expires ? Utc(expires) : null,
            RevokedAt = RevokedAt is { } revoked ? Utc(revoked) : null,
        };

        private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }
}
