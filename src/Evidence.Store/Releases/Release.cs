
namespace Evidence.Store.Releases;

/// <summary>A revision of the catalogue with a name, under which it is cited.</summary>
public sealed record Release
{
    /// <summary>Name: year and month, and a number where the month has several; any read takes it as <c>release</c>.</summary>
    /// <example>2026.11</example>
    public required string Name { get; init; }

    /// <summary>Revision that it names.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>When that revision was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00.000000Z</example>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What is new, for people to read.</summary>
    /// <example>The first release: 79 studies, 12 claims.</example>
    public required string Notes { get; init; }

    /// <summary>SHA-256, in hexadecimal, over the lines of <c>/v1/releases/{name}/checksums</c>, and so over every record of the revision.</summary>
    /// <example>6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b</example>
    public required string Checksum { get; init; }

    /// <summary>Number of records at the revision: studies, claims, questions and vocabularies.</summary>
    /// <example>160</example>
    public required int Records { get; init; }

    /// <summary>When it was named, in UTC.</summary>
    /// <example>2026-11-30T10:00:00.000000Z</example>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who named the revision.</summary>
    /// <example>Jane Doe (key k7m2xq9fa3tz)</example>
    public required string CreatedBy { get; init; }
}
