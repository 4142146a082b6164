using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evidence.Catalogue;

/// <summary>Reads and writes the one JSON shape of the catalogue: camelCase, absent instead of null, unknown and repeated members refused.</summary>
public static class CatalogueJson
{
    /// <summary>Gets the serializer options, for code that writes other records in the same shape.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Writes a record as the bytes that are stored and served: UTF-8, no white space, members in declared order.</summary>
    public static byte[] Write<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>Reads a record; returns an error whose details name each invalid place.</summary>
    public static Result<T> Read<T>(ReadOnlySpan<byte> utf8) where T : class
    {
        var text = WithoutByteOrderMark(utf8);
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) is { } value
                ? RefuseNullItems(value)
                : Error.FromIssues([ValidationIssue.Error("", "Found null; expected an object")]);
        }
        catch (JsonException e)
        {
            return Error.FromIssues([JsonReadError.Explain(typeof(T), text, e)]);
        }
    }

    /// <summary>Refuses null items: the serializer holds members to their nullability, but not the items of lists.</summary>
    private static Result<T> RefuseNullItems<T>(T value) where T : class
    {
        var nulls = RecordTexts.Enumerate(value).Where(text => text.Value is null)
            .Select(text => ValidationIssue.Error(text.Pointer, "Found null; a list has no empty places"))
            .ToList();
        return nulls.Count == 0 ? value : Error.FromIssues(nulls);
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static JsonSerializerOptions CreateOptions()
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
