using System.Text.Json;

namespace Evidence.Catalogue.Differences;

/// <summary>Says what happened to a place between two documents.</summary>
public enum DifferenceKind
{
    /// <summary>Only the new document has it.</summary>
    Added,

    /// <summary>Only the old document has it.</summary>
    Removed,

    /// <summary>Both have it, with different values.</summary>
    Changed,

    /// <summary>The same items stand in another order.</summary>
    Reordered,
}

/// <summary>One difference between two documents.</summary>
/// <param name="Kind">What happened to the place.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) into the new document; of what was removed, into the old one.</param>
/// <param name="Path">The place for people: items by what identifies them, <c>outcomes[madrs-24h].results[ket].sd</c>.</param>
/// <param name="Old">The value before; of items in another order, their names in the old order.</param>
/// <param name="New">The value now; of items in another order, their names in the new order.</param>
public sealed record Difference(DifferenceKind Kind, string Pointer, string Path, JsonElement? Old, JsonElement? New)
{
    /// <summary>
    /// Writes a value as text: a text without quotes, a number with the digits that are stored, an item or a list as JSON. Returns null if there is
    /// no value.
    /// </summary>
    public static string? FormatValue(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };
}
