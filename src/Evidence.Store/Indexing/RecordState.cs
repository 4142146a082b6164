using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Store.Indexing;

/// <summary>Represents a version of a record for comparison: its document and, of a study, its effects.</summary>
/// <param name="Document">The document.</param>
/// <param name="Study">The study, where the record is one.</param>
/// <param name="Effects">The effects of the study.</param>
public sealed record RecordState(JsonElement Document, Study? Study, IReadOnlyList<EffectRow> Effects)
{
    /// <summary>Parses the state from a stored document.</summary>
    /// <exception cref="InvalidDataException">The document is no study that this program can read.</exception>
    public static RecordState Parse(string kind, byte[] document)
    {
        var study = kind != Terms.RecordKind.Study ? null : CatalogueJson.Read<Study>(document) is { Value: { } read } ? read
            : throw new InvalidDataException("A stored study cannot be read by this program.");
        return new RecordState(JsonElement.Parse(document), study, study is null ? [] : [.. EffectRows.Create(study)]);
    }
}

/// <summary>Describes who wrote a revision, when and why.</summary>
/// <param name="Number">Number of the revision.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Actor">Who wrote it.</param>
/// <param name="Reason">Why.</param>
public sealed record RevisionNote(long Number, DateTimeOffset RecordedAt, string Actor, string Reason);
