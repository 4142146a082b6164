using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NpgsqlTypes;

namespace Evidence.Store.Lists;

/// <summary>
/// Represents a position in a list: the revision that is paged through, the query it belongs to, and the keys of the last row that was sent. It
/// is opaque to clients; the checksum refuses one that was cut or changed, and the keys are typed, so that a forged one can do no harm either.
/// </summary>
/// <param name="Revision">Revision of the whole walk.</param>
/// <param name="Query">Fingerprint of path, filters and order.</param>
/// <param name="Keys">Sort keys of the last row, as text.</param>
public sealed record Cursor(long Revision, string Query, IReadOnlyList<string> Keys)
{
    private const int ChecksumLength = 8;

    /// <summary>Encodes the cursor as URL-safe text.</summary>
    public string Encode()
    {
        var content = JsonSerializer.SerializeToUtf8Bytes<string[]>([Revision.ToString(CultureInfo.InvariantCulture), Query, .. Keys]);
        return Base64Url.EncodeToString([.. Checksum(content), .. content]);
    }

    /// <summary>Decodes the cursor of a client, or returns null if the text is not a cursor.</summary>
    public static Cursor? Decode(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= ChecksumLength || !bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(bytes.AsSpan(ChecksumLength))))
            return null;
        try
        {
            return JsonSerializer.Deserialize<string?[]>(bytes.AsSpan(ChecksumLength)) is [{ } revision, { } query, .. var keys]
                && keys.All(key => key is not null)
                && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                    ? new Cursor(number, query, keys!)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the revision of a cursor, or null if the text is not a cursor.</summary>
    public static long? DecodeRevision(string text) => Decode(text)?.Revision;

    /// <summary>Computes a short fingerprint of the query that a cursor belongs to.</summary>
    public static string Fingerprint(string path, string normalizedQuery, string sort) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}?{normalizedQuery}&{sort}")).AsSpan(0, 9));

    /// <summary>Formats a sort key as text.</summary>
    public static string FormatKey(object key) => key switch
    {
        float real => real.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Parses a sort key for the database, or returns null if the text has no such value.</summary>
    public static object? ParseKey(string text, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Text => text.Contains('\0', StringComparison.Ordinal) ? null : text,
        NpgsqlDbType.Numeric => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        NpgsqlDbType.Real => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null,
        _ => null,
    };

    private static byte[] Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..ChecksumLength];
}
