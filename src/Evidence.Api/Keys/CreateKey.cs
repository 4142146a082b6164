using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Catalogue;

namespace Evidence.Api.Keys;

/// <summary>A key that is asked for.</summary>
public sealed record KeyRequest
{
    /// <summary>Who is to hold it: revisions name the actor so. At most 100 characters.</summary>
    /// <example>Jane Doe</example>
    public required string Name { get; init; }

    /// <summary>What its holder may do.</summary>
    /// <example>curator</example>
    [Vocabulary("key-role")]
    public required string Role { get; init; }

    /// <summary>From when on it is refused; left out for never.</summary>
    /// <example>2027-11-26T00:00:00+00:00</example>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>POST /v1/keys: makes a key for a curator or an admin.</summary>
public static class CreateKey
{
    private const int MostBytes = 8 * 1024;
    private const int LongestName = 100;

    /// <summary>Makes the key and shows it, this once.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        if (await RequestBody.ReadBytesAsync(http, MostBytes) is not { } bytes || await RequestBody.ReadAsync<KeyRequest>(http, bytes) is not { } asked)
            return;
        var now = clock.GetUtcNow();
        var findings = Check(asked, now);
        if (findings.Count > 0)
        {
            await RequestBody.RefuseAsync(http, findings);
            return;
        }

        await IdempotentPost.SendAsync(http, database, clock, bytes, async (transaction, cancel) =>
        {
            var key = await KeyStore.CreateAsync(transaction.Connection!, asked.Name, asked.Role, asked.ExpiresAt, Actor.Of(http), now, cancel);
            return (new Made($"/v1/keys/{key.Id}", key), null);
        });
    }

    /// <summary>What is wrong with a request of a key.</summary>
    public static IReadOnlyList<Finding> Check(KeyRequest asked, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        if (string.IsNullOrWhiteSpace(asked.Name) || asked.Name.Length > LongestName || asked.Name.Any(char.IsControl))
            findings.Add(Finding.Error("/name", $"The name has {asked.Name.Length} characters; expected 1 to {LongestName}, none of them a control character"));
        var roles = Vocabulary.Get("key-role").Terms.Select(term => term.Name).ToList();
        if (!roles.Contains(asked.Role))
            findings.Add(Finding.NotAmong("/role", asked.Role, "role", roles));
        if (asked.ExpiresAt <= now)
            findings.Add(Finding.Error("/expiresAt", $"{asked.ExpiresAt:u} is past; expected a time to come"));
        return findings;
    }
}
