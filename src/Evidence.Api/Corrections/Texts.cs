using System.Runtime.InteropServices;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Api.Corrections;

/// <summary>What holds of every text that strangers send: it says something, is not too long, and is plain.</summary>
public static class Texts
{
    /// <summary>What is wrong with a text; nothing where it was left out.</summary>
    public static IEnumerable<Finding> Check(string at, string? text, int longest, bool mayHaveLines = false)
    {
        if (text is null)
            yield break;
        if (string.IsNullOrWhiteSpace(text))
            yield return Finding.Error(at, "The text is empty; expected it to say something");
        else if (text.Length > longest)
            yield return Finding.Error(at, $"The text has {text.Length} characters; expected at most {longest}");
        if (text.Any(letter => char.IsControl(letter) && !(mayHaveLines && letter is '\n' or '\r')))
            yield return Finding.Error(at, $"The text has the control character U+{(int)text.First(char.IsControl):X4}; expected plain text");
    }

    /// <summary>What is wrong with a value that should stand somewhere: it is there, or it is said that none should, and its texts are plain.</summary>
    public static IEnumerable<Finding> CheckValue(string at, JsonElement? value, bool isRemoved)
    {
        if (value is null == !isRemoved)
            yield return Finding.Error(at, $"Found {(isRemoved ? "a value and remove" : "neither a value nor remove")}; expected {at[1..]}, or remove: true");
        if (value is { } given && !IsPlain(given))
            yield return Finding.Error(at, "A text in it has a control character, or is no valid Unicode; expected plain text");
        if (value is { } counted && !IsExact(counted))
            yield return Finding.Error(at, $"A number in it has more digits than a record keeps; expected a number of up to {ExactNumber.MostDigits} digits");
    }

    private static bool IsExact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => ExactNumber.Fits(JsonMarshal.GetRawUtf8Value(value)) && value.TryGetDecimal(out _),
        JsonValueKind.Array => value.EnumerateArray().All(IsExact),
        JsonValueKind.Object => value.EnumerateObject().All(member => IsExact(member.Value)),
        _ => true,
    };

    private static bool IsPlain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextOf(value) is { } text && !text.Any(char.IsControl),
        JsonValueKind.Array => value.EnumerateArray().All(IsPlain),
        JsonValueKind.Object => value.EnumerateObject().All(member => NameOf(member) is { } name && !name.Any(char.IsControl) && IsPlain(member.Value)),
        _ => true,
    };

    /// <summary>Half a character, as <c>\ud800</c> is, is found only when the text is asked for; the database would refuse it.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
