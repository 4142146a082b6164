using System.Security.Cryptography;
using System.Text;
using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Store.Writes;

/// <summary>Represents what a write created.</summary>
/// <param name="Location">Address of what was created.</param>
/// <param name="Body">The response's body.</param>
public sealed record CreatedResource(string Location, object Body);

/// <summary>Represents a response as it was sent.</summary>
/// <param name="Location">The header of that name.</param>
/// <param name="Body">The body, JSON in UTF-8.</param>
public sealed record StoredResponse(string Location, byte[] Body)
{
    /// <summary>Gets whether the same request was sent before, and this is its first response.</summary>
    public bool IsReplayed { get; init; }
}

/// <summary>
/// Represents a write that a client may send again. With an <c>Idempotency-Key</c> the first response is stored for a day, in the transaction of
/// the write, and returned again for the same request (IETF draft-ietf-httpapi-idempotency-key-header).
/// </summary>
/// <param name="Key">The idempotency key; null if the client sent none.</param>
/// <param name="Operation">Method and path.</param>
/// <param name="Body">Body of the request.</param>
/// <param name="Actor">Who sent it.</param>
/// <param name="ActorKey">The API key that it was sent with; null if there was none.</param>
public sealed record IdempotentWrite(string? Key, string Operation, byte[] Body, string Actor, string? ActorKey)
{
    /// <summary>Specifies the maximum length of an idempotency key, in characters.</summary>
    public const int MaxKeyLength = 255;

    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    private const string DeleteExpired = "delete from idempotent_answer where expires_at <= @Now";

    private const string Claim = """
        insert into idempotent_answer (actor, operation, key_digest, request_digest, answer, expires_at)
        values (@Actor, @Operation, @KeyDigest, @RequestDigest, '', @ExpiresAt)
        on conflict on constraint idempotent_answer_pkey do nothing
        """;

    private const string SelectFirst = """
        select request_digest, answer
        from idempotent_answer
        where actor = @Actor
          and operation = @Operation
          and key_digest = @KeyDigest
        """;

    private const string KeepAnswer = """
        update idempotent_answer
        set answer = @Answer
        where actor = @Actor
          and operation = @Operation
          and key_digest = @KeyDigest
        """;

    /// <summary>Does the work once and returns its response; after an error the transaction is rolled back, so no response is stored.</summary>
    public Task<Result<StoredResponse>> RunAsync(
        EvidenceDatabase database, TimeProvider clock, Func<NpgsqlTransaction, CancellationToken, Task<Result<CreatedResource>>> work, CancellationToken cancel) =>
        database.WriteAsync(
            (transaction, token) => Key is null ? RunAsync(transaction, work, token) : RunOnceAsync(transaction, Key, clock.GetUtcNow(), work, token),
            result => result.IsSuccess,
            cancel);

    private static async Task<Result<StoredResponse>> RunAsync(
        NpgsqlTransaction transaction, Func<NpgsqlTransaction, CancellationToken, Task<Result<CreatedResource>>> work, CancellationToken cancel) =>
        (await work(transaction, cancel)).Map(created => new StoredResponse(created.Location, CatalogueJson.Write(created.Body)));

    /// <summary>A second request with the key waits for the first at the row, and then finds its response.</summary>
    private async Task<Result<StoredResponse>> RunOnceAsync(
        NpgsqlTransaction transaction,
        string key,
        DateTimeOffset now,
        Func<NpgsqlTransaction, CancellationToken, Task<Result<CreatedResource>>> work,
        CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var row = new
        {
            Actor,
            Operation,
            KeyDigest = SHA256.HashData(Encoding.UTF8.GetBytes(key)),
            RequestDigest = SHA256.HashData(Body),
            ExpiresAt = now + Retention,
        };
        await connection.ExecuteAsync(new CommandDefinition(DeleteExpired, new { Now = now }, transaction, cancellationToken: cancel));
        var encryption = new ResponseEncryption(key, ActorKey);
        if (await connection.ExecuteAsync(new CommandDefinition(Claim, row, transaction, cancellationToken: cancel)) == 0)
        {
            var first = await connection.QuerySingleAsync<FirstResponse>(new CommandDefinition(SelectFirst, row, transaction, cancellationToken: cancel));
            return first.RequestDigest.AsSpan().SequenceEqual(row.RequestDigest)
                ? encryption.Decrypt(first.Answer) with { IsReplayed = true }
                : new Error(ErrorKind.IdempotencyKeyReused, "Idempotency-Key came with another body before; send a new key with a new request.");
        }

        var result = await RunAsync(transaction, work, cancel);
        if (result.IsSuccess)
            await connection.ExecuteAsync(new CommandDefinition(KeepAnswer, new { row.Actor, row.Operation, row.KeyDigest, Answer = encryption.Encrypt(result.Value) }, transaction, cancellationToken: cancel));
        return result;
    }

    private sealed record FirstResponse
    {
        public byte[] RequestDigest { get; init; } = [];
        public byte[] Answer { get; init; } = [];
    }
}
