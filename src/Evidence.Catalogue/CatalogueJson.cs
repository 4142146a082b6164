using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evidence.Catalogue;

/// <summary>The one JSON shape of the catalogue: camelCase, absent instead of null, unknown and repeated members refused.</summary>
public static class CatalogueJson
{
    /// <summary>The shape, for whoever writes other records beside the catalogue's own.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Writes a record as the bytes that are stored and served: UTF-8, no white space, members in declared order.</summary>
    public static byte[] Write<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>Reads a record; input that is no such record gives findings that name the place.</summary>
    public static ReadResult<T> Read<T>(ReadOnlySpan<byte> utf8) where T : class
    {
        var text = WithoutByteOrderMark(utf8);
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) is { } value
                ? WithoutNullItems(value)
                : new ReadResult<T>(null, [Finding.Error("", "Found null; expected an object")]);
        }
        catch (JsonException e)
        {
            return new ReadResult<T>(null, [JsonFault.Explain(typeof(T), text, e)]);
        }
    }

    /// <summary>The serializer holds members to their nullability, but not the items of lists.</summary>
    private static ReadResult<T> WithoutNullItems<T>(T value) where T : class
    {
        var nulls = RecordWalk.Leaves(value).Where(leaf => leaf.Text is null)
            .Select(leaf => Finding.Error(leaf.Pointer, "Found null; a list has no empty places"))
            .ToList();
        return new ReadResult<T>(nulls.Count == 0 ? value : null, nulls);
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            Converters = { new ExactNumber() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>What reading gave: the record, or the findings that say why there is none.</summary>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<Finding> Findings) where T : class;
