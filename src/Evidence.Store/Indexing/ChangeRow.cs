using System.Text.Json.Serialization;
using Evidence.Catalogue;

namespace Evidence.Store.Indexing;

/// <summary>Something that a revision changed: a record, a field of it, or an effect that follows from it.</summary>
public sealed record ChangeRow
{
    /// <summary>Revision that changed it.</summary>
    /// <example>2</example>
    public required long Revision { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00.000000Z</example>
    [JsonConverter(typeof(UtcTimeConverter))]
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote the revision.</summary>
    /// <example>catalogue files</example>
    public required string Actor { get; init; }

    /// <summary>Why it was written.</summary>
    /// <example>Loaded the catalogue files: 1 study changed</example>
    public required string Reason { get; init; }

    /// <summary>What kind of record it is.</summary>
    /// <example>study</example>
    [Vocabulary("record-kind")]
    public required string Kind { get; init; }

    /// <summary>Identifier of the record.</summary>
    /// <example>chen-2023</example>
    public required string Record { get; init; }

    /// <summary>What became of the record.</summary>
    /// <example>replaced</example>
    [Vocabulary("record-change")]
    public required string Change { get; init; }

    /// <summary>Whether the row is about the record itself, a field of it, or an effect.</summary>
    /// <example>field</example>
    [Vocabulary("change-subject")]
    public required string Subject { get; init; }

    /// <summary>What became of the field or the effect; absent of the record itself.</summary>
    /// <example>changed</example>
    [Vocabulary("difference")]
    public string? Difference { get; init; }

    /// <summary>JSON pointer (RFC 6901) of the field in the record of this revision; of a field that was removed, in the record of before.</summary>
    /// <example>/outcomes/3/results/0/sd</example>
    public string? Pointer { get; init; }

    /// <summary>The same place for people: items by what identifies them.</summary>
    /// <example>outcomes[madrs-24h].results[esk].sd</example>
    public string? Path { get; init; }

    /// <summary>The value of before: a number with its stored digits, an item or a list as JSON; of an effect its figures that differ.</summary>
    /// <example>9.01</example>
    public string? Old { get; init; }

    /// <summary>The value now, written the same way.</summary>
    /// <example>9.10</example>
    public string? New { get; init; }

    /// <summary>Identifier of the outcome, of an effect and of a field of an outcome.</summary>
    /// <example>madrs-24h</example>
    public string? Outcome { get; init; }

    /// <summary>What that outcome is about.</summary>
    /// <example>depression-severity</example>
    [Vocabulary("domain")]
    public string? Domain { get; init; }

    /// <summary>Of an effect: identifier of the first arm.</summary>
    /// <example>esk</example>
    public string? Arm { get; init; }

    /// <summary>Of an effect: identifier of the arm that it is compared with.</summary>
    /// <example>placebo</example>
    public string? Versus { get; init; }

    /// <summary>Of an effect: its measure.</summary>
    /// <example>smd</example>
    [Vocabulary("effect-measure")]
    public string? Measure { get; init; }

    /// <summary>The effect of before, in the unit of <c>measure</c>; absent where there was none, or it could not be computed.</summary>
    /// <example>-0.4299</example>
    public double? YiOld { get; init; }

    /// <summary>Its sampling variance, on the scale of <c>measure</c>.</summary>
    /// <example>0.0165</example>
    public double? ViOld { get; init; }

    /// <summary>The effect now, in the unit of <c>measure</c>; absent where there is none, or it cannot be computed.</summary>
    /// <example>-0.4278</example>
    public double? YiNew { get; init; }

    /// <summary>Its sampling variance, on the scale of <c>measure</c>.</summary>
    /// <example>0.0165</example>
    public double? ViNew { get; init; }
}
