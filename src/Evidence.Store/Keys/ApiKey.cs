using Evidence.Catalogue;

namespace Evidence.Store.Keys;

/// <summary>A key by which a curator or an admin is known; what it is proved by is never told again.</summary>
public record ApiKey
{
    /// <summary>Identifier of the key: the part of it that is no secret.</summary>
    /// <example>k7m2xq9fa3tz</example>
    public required string Id { get; init; }

    /// <summary>Who holds it: revisions name the actor so.</summary>
    /// <example>Jane Doe</example>
    public required string Name { get; init; }

    /// <summary>What its holder may do.</summary>
    /// <example>curator</example>
    [Vocabulary("key-role")]
    public required string Role { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    /// <example>2026-11-26T08:30:00+00:00</example>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Actor who created the key.</summary>
    /// <example>command line</example>
    public required string CreatedBy { get; init; }

    /// <summary>From when on it is refused, in UTC; absent where it does not expire.</summary>
    /// <example>2027-11-26T00:00:00+00:00</example>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked, in UTC; absent while it holds.</summary>
    /// <example>2026-12-01T10:00:00+00:00</example>
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>A key that was just made, with what its holder proves it by. It is shown this once.</summary>
public sealed record NewApiKey : ApiKey
{
    /// <summary>The key, for <c>Authorization: Bearer</c>.</summary>
    /// <example>evidence_k7m2xq9fa3tz_pGm0xI7qJ4bq2l3H7mZ9cQw1rT5yU8iO0aSdFgHjKlM</example>
    public required string Key { get; init; }
}
