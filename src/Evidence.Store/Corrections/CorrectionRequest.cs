using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Store.Corrections;

/// <summary>A report of an error in the record of a study: where it is, the correct value, and the source.</summary>
public sealed record CorrectionRequest
{
    private const int MaxPointerLength = 500, MaxSourceLength = 1000, MaxNoteLength = 4000, MaxContactLength = 200;

    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Study { get; init; }

    /// <summary>Place in the document of the study, as a JSON pointer (RFC 6901); a hyphen for the last part is a new item of a list.</summary>
    /// <example>/outcomes/0/results/0/n</example>
    public required string Pointer { get; init; }

    /// <summary>Revision of the catalogue that was read; the newest if left out.</summary>
    /// <example>1</example>
    public long? Revision { get; init; }

    /// <summary>Correct value, of any type; left out with <c>remove</c>.</summary>
    /// <example>18</example>
    public JsonElement? Proposed { get; init; }

    /// <summary>Whether the record should have no value there, because no source reports one.</summary>
    /// <example>false</example>
    public bool? Remove { get; init; }

    /// <summary>Source: a citation with page or table, or an address. At most 1000 characters.</summary>
    /// <example>Zarate 2006, Arch Gen Psychiatry 63:856, page 858: "18 subjects"</example>
    public required string Source { get; init; }

    /// <summary>What else there is to say, shown to all; at most 4000 characters.</summary>
    /// <example>The review that the record cites counts completers.</example>
    public string? Note { get; init; }

    /// <summary>How curators may reach the sender; shown to curators only. At most 200 characters.</summary>
    /// <example>reader@example.org</example>
    public string? Contact { get; init; }

    /// <summary>Returns what is wrong with the request by itself; empty if it is valid.</summary>
    public IReadOnlyList<ValidationIssue> Check() =>
    [
        .. TextChecks.Check("/study", Study, 100),
        .. TextChecks.Check("/pointer", Pointer, MaxPointerLength),
        .. Pointer == "/id" ? [ValidationIssue.Error("/pointer", "The identifier of a study stays as it is; a study entered twice is for a note")] : Array.Empty<ValidationIssue>(),
        .. TextChecks.Check("/source", Source, MaxSourceLength),
        .. TextChecks.Check("/note", Note, MaxNoteLength, mayHaveLines: true),
        .. TextChecks.Check("/contact", Contact, MaxContactLength),
        .. TextChecks.CheckValue("/proposed", Proposed, Remove == true),
    ];
}
