using System.Text.Json;
using Evidence.Api.Effects;
using Evidence.Catalogue;

namespace Evidence.Api.Changes;

/// <summary>A version of a record as it is compared: its document and, of a study, what follows from it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Study">The study, where the record is one.</param>
/// <param name="Effects">The effects of the study.</param>
public sealed record RecordState(JsonElement Document, Study? Study, IReadOnlyList<EffectRow> Effects)
{
    /// <summary>The state that a stored document gives.</summary>
    /// <exception cref="InvalidDataException">The document is no study that this program can read.</exception>
    public static RecordState Of(string kind, byte[] document)
    {
        var study = kind != "study" ? null : CatalogueJson.Read<Study>(document) is { Value: { } read } ? read
            : throw new InvalidDataException("A stored study cannot be read by this program.");
        return new RecordState(JsonElement.Parse(document), study, study is null ? [] : [.. EffectRows.Of(study)]);
    }
}

/// <summary>Who wrote a revision, when and why.</summary>
/// <param name="Number">Number of the revision.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Actor">Who wrote it.</param>
/// <param name="Reason">Why.</param>
public sealed record RevisionNote(long Number, DateTimeOffset RecordedAt, string Actor, string Reason);
