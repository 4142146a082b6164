using Evidence.Catalogue;

namespace Evidence.Api.Studies;

/// <summary>What a write of a study came to.</summary>
public sealed record StudyWritten
{
    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Id { get; init; }

    /// <summary>What was done, or with <c>dryRun</c> would be.</summary>
    /// <example>replaced</example>
    [Vocabulary("write-outcome")]
    public required string Outcome { get; init; }

    /// <summary>Whether it was only tried: nothing was written.</summary>
    /// <example>false</example>
    public required bool DryRun { get; init; }

    /// <summary>Number of the record's newest version; after a withdrawal of its last.</summary>
    /// <example>2</example>
    public required int Version { get; init; }

    /// <summary>Revision of the catalogue that this write made; absent where it made none.</summary>
    /// <example>4</example>
    public long? Revision { get; init; }

    /// <summary>Address that gives the newest version, after a withdrawal the last one, for ever; absent where nothing was written.</summary>
    /// <example>/v1/studies/zarate-2006?revision=4</example>
    public string? Address { get; init; }

    /// <summary>What somebody should look at; it does not keep the record out.</summary>
    public required IReadOnlyList<WriteWarning> Warnings { get; init; }
}

/// <summary>Something in a record that somebody should look at.</summary>
public sealed record WriteWarning
{
    /// <summary>Place in the document, as a JSON pointer (RFC 6901).</summary>
    /// <example>/reports/0/doi</example>
    public required string Pointer { get; init; }

    /// <summary>What was found and what was expected.</summary>
    /// <example>'10.1001/archpsyc.63.8.856' is a report of 'zarate-2006' too; expected one study a report</example>
    public required string Message { get; init; }

    /// <summary>The warnings among what the rules found.</summary>
    public static IReadOnlyList<WriteWarning> Of(IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding.Severity == Severity.Warning).Select(finding => new WriteWarning { Pointer = finding.Pointer, Message = finding.Message })];
}
