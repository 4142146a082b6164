using Evidence.Catalogue;

namespace Evidence.Store.Studies;

/// <summary>One version of a study's record, the revision that wrote it, and what it changed.</summary>
public sealed record StudyRevision
{
    /// <summary>Number of the version, from 1.</summary>
    /// <example>1</example>
    public required int Version { get; init; }

    /// <summary>Revision of the catalogue that wrote it; <c>/v1/studies/{id}?revision=</c> is the record as it then was.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00.000000Z</example>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote the revision.</summary>
    /// <example>catalogue files</example>
    public required string Actor { get; init; }

    /// <summary>Why it was written.</summary>
    /// <example>Loaded the catalogue files: 79 studies added</example>
    public required string Reason { get; init; }

    /// <summary>Whether it made the record or replaced the version before.</summary>
    /// <example>replaced</example>
    [Vocabulary("record-change")]
    public required string Change { get; init; }

    /// <summary>Number of fields that differ from the version before; 0 where it made the record.</summary>
    /// <example>1</example>
    public required long FieldsChanged { get; init; }

    /// <summary>Number of effects that came, went or changed with it, each measure counted.</summary>
    /// <example>5</example>
    public required long EffectsChanged { get; init; }

    /// <summary>The first 20 fields that differ.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    /// <summary>Address of everything that it changed, effects included.</summary>
    /// <example>/v1/changes?study=chen-2023&amp;from=1&amp;to=2</example>
    public required string Address { get; init; }

    /// <summary>Revision that replaced it; absent while it holds, and where it was withdrawn.</summary>
    /// <example>2</example>
    public long? SupersededBy { get; init; }

    /// <summary>The revision that withdrew it without a new version; absent where none did.</summary>
    public Withdrawal? WithdrawnBy { get; init; }
}

/// <summary>A field of a record that differs between two versions.</summary>
public sealed record FieldChange
{
    /// <summary>JSON pointer (RFC 6901) into the new version; of what was removed, into the one before.</summary>
    /// <example>/outcomes/3/results/0/sd</example>
    public required string Pointer { get; init; }

    /// <summary>The same place for people: items by what identifies them.</summary>
    /// <example>outcomes[madrs-24h].results[esk].sd</example>
    public required string Path { get; init; }

    /// <summary>What became of the field.</summary>
    /// <example>changed</example>
    [Vocabulary("difference")]
    public required string Difference { get; init; }

    /// <summary>The value of before: a number with its stored digits, an item or a list as JSON.</summary>
    /// <example>9.01</example>
    public string? Old { get; init; }

    /// <summary>The value now, written the same way.</summary>
    /// <example>9.10</example>
    public string? New { get; init; }
}

/// <summary>A revision that took a record out of the catalogue; its history stays.</summary>
public sealed record Withdrawal
{
    /// <summary>Number of the revision.</summary>
    /// <example>3</example>
    public required long Revision { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00.000000Z</example>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who withdrew the record.</summary>
    /// <example>a curator</example>
    public required string Actor { get; init; }

    /// <summary>Why it was written.</summary>
    /// <example>The report was retracted</example>
    public required string Reason { get; init; }
}
