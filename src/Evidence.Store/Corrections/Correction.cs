using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Store.Corrections;

/// <summary>An error that somebody reported, and what became of it.</summary>
public sealed record Correction
{
    /// <summary>Identifier of the correction.</summary>
    /// <example>k7m2xq9fa3tz</example>
    public required string Id { get; init; }

    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Study { get; init; }

    /// <summary>Place in the document of the study, as a JSON pointer (RFC 6901).</summary>
    /// <example>/outcomes/0/results/0/n</example>
    public required string Pointer { get; init; }

    /// <summary>Revision of the catalogue that the reporter read.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>Value that the record had there in that revision, of any type; absent if it had none.</summary>
    /// <example>17</example>
    public JsonElement? Seen { get; init; }

    /// <summary>Correct value, of any type; absent if the record should have none there.</summary>
    /// <example>18</example>
    public JsonElement? Proposed { get; init; }

    /// <summary>Source that the correction rests on.</summary>
    /// <example>Zarate 2006, Arch Gen Psychiatry 63:856, page 858: "18 subjects"</example>
    public required string Source { get; init; }

    /// <summary>What else the reporter wrote.</summary>
    /// <example>The review that the record cites counts completers.</example>
    public string? Note { get; init; }

    /// <summary>When it was reported, in UTC.</summary>
    /// <example>2026-11-26T08:30:00.000000Z</example>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Where the correction stands.</summary>
    /// <example>open</example>
    [Vocabulary("correction-status")]
    public required string Status { get; init; }

    /// <summary>Revision of the catalogue that carried it out; absent unless it was accepted.</summary>
    /// <example>2</example>
    public long? AcceptedIn { get; init; }

    /// <summary>What curators asked and decided, oldest first; empty while nobody has.</summary>
    public required IReadOnlyList<CuratorDecision> Decisions { get; init; }
}

/// <summary>What a curator decided on a correction, or asked.</summary>
public sealed record CuratorDecision
{
    /// <summary>What the curator decided.</summary>
    /// <example>decline</example>
    [Vocabulary("correction-decision")]
    public required string Decision { get; init; }

    /// <summary>Why, or of <c>ask</c> the question; absent where an acceptance has no more to say than its source.</summary>
    /// <example>The article has 17 in the table; 18 were randomized.</example>
    public string? Reason { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    /// <example>2026-11-27T10:00:00.000000Z</example>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who, as revisions name the actor.</summary>
    /// <example>Jane Doe (key k7m2xq9fa3tz)</example>
    public required string DecidedBy { get; init; }
}
