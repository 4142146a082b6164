using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evidence.Catalogue;

/// <summary>Keeps numbers digit for digit: one that a decimal cannot hold is refused, where the serializer would round it in silence.</summary>
public sealed class ExactNumber : JsonConverter<decimal>
{
    /// <summary>Maximum number of digits, and of places behind the point.</summary>
    public const int MaxDigits = 28;

    /// <inheritdoc />
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && Fits(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan) && reader.TryGetDecimal(out var number)
            ? number
            : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    /// <summary>Returns whether a decimal holds every digit of a number that is written in JSON.</summary>
    public static bool Fits(ReadOnlySpan<byte> number)
    {
        var mantissa = number[..(number.IndexOfAny("eE"u8) is >= 0 and var end ? end : number.Length)];
        var exponent = 0;
        if (mantissa.Length < number.Length && !int.TryParse(number[(mantissa.Length + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        var places = mantissa.IndexOf((byte)'.') is >= 0 and var point ? mantissa.Length - point - 1 : 0;
        var digits = mantissa.TrimStart("-0."u8);
        return digits.Length - (digits.Contains((byte)'.') ? 1 : 0) <= MaxDigits && (long)places - exponent <= MaxDigits;
    }
}
