using System.Security.Cryptography;
using System.Text;
using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Security;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Hosting.Http;

/// <summary>What a POST made: where it is, and what is said of it.</summary>
/// <param name="Location">Address of what was made.</param>
/// <param name="Body">The answer's body.</param>
public sealed record Made(string Location, object Body);

/// <summary>
/// POSTs that may be sent again. With an <c>Idempotency-Key</c> the first answer is kept for a day, in the transaction of what it did, and
/// given again to the same request (IETF draft-ietf-httpapi-idempotency-key-header).
/// </summary>
public static class IdempotentPost
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The header by which a repeated answer is told from the first.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    private const int LongestKey = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const string DeleteExpired = "delete from idempotent_answer where expires_at <= @Now";

    private const string Claim = """
        insert into idempotent_answer (actor, operation, key_digest, request_digest, answer, expires_at)
        values (@Actor, @Operation, @KeyDigest, @RequestDigest, '', @ExpiresAt)
        on conflict on constraint idempotent_answer_pkey do nothing
        """;

    private const string SelectFirst = """
        select request_digest as requestdigest, answer
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

    /// <summary>
    /// Does the work once and sends its answer (201, with <c>Location</c>). A problem is sent and not kept, and nothing is written then.
    /// </summary>
    public static async Task SendAsync(
        HttpContext http, EvidenceDatabase database, TimeProvider clock, byte[] body, Func<NpgsqlTransaction, CancellationToken, Task<(Made? Made, Problem? Problem)>> work)
    {
        var header = http.Request.Headers[Header];
        if (header.Count > 1 || (header.Count == 1 && header[0] is not { Length: > 0 and <= LongestKey }))
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(
                new ParameterError(Header, $"takes one text of 1 to {LongestKey} characters; best is a random UUID.")));
            return;
        }

        var key = header.Count == 1 ? header[0] : null;
        var outcome = await database.WriteAsync(
            (transaction, cancel) => key is null ? OnceAsync(transaction, work, cancel) : OnceAsync(http, transaction, clock, body, key, work, cancel),
            outcome => outcome.Sent is not null,
            http.RequestAborted);
        if (outcome.Sent is not { } sent)
        {
            await Answer.ProblemAsync(http, outcome.Problem!);
            return;
        }

        if (outcome.IsReplayed)
            http.Response.Headers[ReplayedHeader] = "true";
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = sent.Location;
        http.Response.Headers.CacheControl = "no-store";
        await Answer.BytesAsync(http, Format.Json.MediaType, sent.Body);
    }

    private static async Task<Outcome> OnceAsync(
        NpgsqlTransaction transaction, Func<NpgsqlTransaction, CancellationToken, Task<(Made? Made, Problem? Problem)>> work, CancellationToken cancel)
    {
        var (made, problem) = await work(transaction, cancel);
        return made is null ? new Outcome(null, problem) : new Outcome(new Sent(made.Location, CatalogueJson.Write(made.Body)), null);
    }

    /// <summary>Whoever comes second with the key waits for the first at the row, and then finds its answer.</summary>
    private static async Task<Outcome> OnceAsync(
        HttpContext http,
        NpgsqlTransaction transaction,
        TimeProvider clock,
        byte[] body,
        string key,
        Func<NpgsqlTransaction, CancellationToken, Task<(Made? Made, Problem? Problem)>> work,
        CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var now = clock.GetUtcNow();
        var row = new
        {
            Actor = Actor.Of(http),
            Operation = $"POST {http.Request.Path}",
            KeyDigest = SHA256.HashData(Encoding.UTF8.GetBytes(key)),
            RequestDigest = SHA256.HashData(body),
            ExpiresAt = now + Kept,
        };
        await connection.ExecuteAsync(new CommandDefinition(DeleteExpired, new { Now = now }, transaction, cancellationToken: cancel));
        var sealing = new Sealing(key, KeyAuthentication.KeyOf(http));
        if (await connection.ExecuteAsync(new CommandDefinition(Claim, row, transaction, cancellationToken: cancel)) == 0)
        {
            var first = await connection.QuerySingleAsync<FirstAnswer>(new CommandDefinition(SelectFirst, row, transaction, cancellationToken: cancel));
            return first.RequestDigest.AsSpan().SequenceEqual(row.RequestDigest)
                ? new Outcome(sealing.Open(first.Answer), null, IsReplayed: true)
                : new Outcome(null, ProblemTypes.IdempotencyKeyReused.With($"{Header} came with another body before; send a new key with a new request."));
        }

        var outcome = await OnceAsync(transaction, work, cancel);
        if (outcome.Sent is { } sent)
            await connection.ExecuteAsync(new CommandDefinition(KeepAnswer, new { row.Actor, row.Operation, row.KeyDigest, Answer = sealing.Close(sent) }, transaction, cancellationToken: cancel));
        return outcome;
    }

    private sealed record Outcome(Sent? Sent, Problem? Problem, bool IsReplayed = false);

    private sealed record FirstAnswer
    {
        public byte[] RequestDigest { get; init; } = [];
        public byte[] Answer { get; init; } = [];
    }
}
