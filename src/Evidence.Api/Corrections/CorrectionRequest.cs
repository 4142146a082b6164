using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Api.Corrections;

/// <summary>An error in the record of a study, as somebody reports it: where, what should stand there, and what says so.</summary>
public sealed record CorrectionRequest
{
    private const int LongestPointer = 500, LongestSource = 1000, LongestNote = 4000, LongestContact = 200;

    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Study { get; init; }

    /// <summary>Place in the document of the study, as a JSON pointer (RFC 6901); a hyphen for the last part is a new item of a list.</summary>
    /// <example>/outcomes/0/results/0/n</example>
    public required string Pointer { get; init; }

    /// <summary>Revision of the catalogue that was read, where it was not the newest.</summary>
    /// <example>1</example>
    public long? Revision { get; init; }

    /// <summary>Value that should stand there, of any type; left out with <c>remove</c>.</summary>
    /// <example>18</example>
    public JsonElement? Proposed { get; init; }

    /// <summary>Whether nothing should stand there: no source says what the record says.</summary>
    /// <example>false</example>
    public bool? Remove { get; init; }

    /// <summary>What says so: a citation with page or table, or an address. At most 1000 characters.</summary>
    /// <example>Zarate 2006, Arch Gen Psychiatry 63:856, page 858: "18 subjects"</example>
    public required string Source { get; init; }

    /// <summary>What else there is to say, shown to all; at most 4000 characters.</summary>
    /// <example>The review that the record cites counts completers.</example>
    public string? Note { get; init; }

    /// <summary>How curators may reach the sender; shown to them alone, and to nobody where left out. At most 200 characters.</summary>
    /// <example>reader@example.org</example>
    public string? Contact { get; init; }

    /// <summary>What is wrong with it, whatever the record says.</summary>
    public IReadOnlyList<Finding> Check() =>
    [
        .. Texts.Check("/study", Study, 100),
        .. Texts.Check("/pointer", Pointer, LongestPointer),
        .. Pointer == "/id" ? [Finding.Error("/pointer", "The identifier of a study stays as it is; a study entered twice is for a note")] : Array.Empty<Finding>(),
        .. Texts.Check("/source", Source, LongestSource),
        .. Texts.Check("/note", Note, LongestNote, mayHaveLines: true),
        .. Texts.Check("/contact", Contact, LongestContact),
        .. Texts.CheckValue("/proposed", Proposed, Remove == true),
    ];
}
