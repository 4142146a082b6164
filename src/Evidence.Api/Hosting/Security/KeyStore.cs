using Dapper;
using Npgsql;

namespace Evidence.Api.Hosting.Security;

/// <summary>The keys as they are kept.</summary>
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

    private const string UpdateRevoked =
        $"update api_key set revoked_at = coalesce(revoked_at, @Now) where key_id = @Id returning {Columns}";

    /// <summary>Makes a key. It is in the answer, and nowhere else.</summary>
    /// <param name="connection">The database, with the transaction that it may be in.</param>
    /// <param name="name">Who holds it.</param>
    /// <param name="role">A term of <c>key-role</c>.</param>
    /// <param name="expiresAt">From when on it is refused; null for never.</param>
    /// <param name="createdBy">Who makes it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<NewApiKey> CreateAsync(
        NpgsqlConnection connection, string name, string role, DateTimeOffset? expiresAt, string createdBy, DateTimeOffset now, CancellationToken cancel)
    {
        var text = KeyText.Make();
        var row = new { text.Id, Name = name, Role = role, Digest = text.Digest(), CreatedAt = now, CreatedBy = createdBy, ExpiresAt = expiresAt?.ToUniversalTime() };
        await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancel));
        return new NewApiKey
        {
            Id = text.Id,
            Name = name,
            Role = role,
            CreatedAt = now,
            CreatedBy = createdBy,
            ExpiresAt = row.ExpiresAt,
            Key = text.Shown(),
        };
    }

    /// <summary>Whether no key was ever made.</summary>
    public static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(Count, cancellationToken: cancel)) == 0;

    /// <summary>Every key, the expired and revoked ones too, oldest first.</summary>
    public static async Task<IReadOnlyList<ApiKey>> ListAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. (await connection.QueryAsync<KeyRow>(new CommandDefinition(SelectAll, cancellationToken: cancel))).Select(row => row.Key())];

    /// <summary>Revokes a key from now on; gives nothing where there is none of that id.</summary>
    public static async Task<ApiKey?> RevokeAsync(NpgsqlConnection connection, string id, DateTimeOffset now, CancellationToken cancel) =>
        (await connection.QuerySingleOrDefaultAsync<KeyRow>(new CommandDefinition(UpdateRevoked, new { Id = id, Now = now }, cancellationToken: cancel)))?.Key();

    /// <summary>The key of that id with its digest; nothing where there is none.</summary>
    public static async Task<(ApiKey Key, byte[] Digest)?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancel) =>
        await connection.QuerySingleOrDefaultAsync<KeyRow>(new CommandDefinition(SelectOne, new { Id = id }, cancellationToken: cancel)) is { } row
            ? (row.Key(), row.Digest)
            : null;

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
