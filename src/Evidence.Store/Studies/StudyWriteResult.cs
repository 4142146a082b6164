using Evidence.Catalogue;

namespace Evidence.Store.Studies;

/// <summary>Result of a write of a study.</summary>
public sealed record StudyWriteResult
{
    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Id { get; init; }

    /// <summary>What was done, or with <c>dryRun</c> would be.</summary>
    /// <example>replaced</example>
    [Vocabulary("write-outcome")]
    public required string Outcome { get; init; }

    /// <summary>Whether the write was only tried, so that the catalogue is unchanged.</summary>
    /// <example>false</example>
    public required bool DryRun { get; init; }

    /// <summary>Number of the record's newest version; after a withdrawal of its last.</summary>
    /// <example>2</example>
    public required int Version { get; init; }

    /// <summary>Revision of the catalogue that this write made; absent where it made none.</summary>
    /// <example>4</example>
    public long? Revision { get; init; }

    /// <summary>Permanent address of the newest version, or after a withdrawal of the last one; absent if the catalogue is unchanged.</summary>
    /// <example>/v1/studies/zarate-2006?revision=4</example>
    public string? Address { get; init; }

    /// <summary>What somebody should look at; it does not keep the record out.</summary>
    public required IReadOnlyList<ErrorDetail> Warnings { get; init; }
}
