using System.Runtime.InteropServices;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Store.Corrections;

/// <summary>Checks texts of anonymous senders: each must be non-empty, short enough and free of control characters.</summary>
public static class TextChecks
{
    /// <summary>Returns what is wrong with a text; empty if it is valid or was left out.</summary>
    public static IEnumerable<ValidationIssue> Check(string at, string? text, int longest, bool mayHaveLines = false)
    {
        if (text is null)
            yield break;
        if (string.IsNullOrWhiteSpace(text))
            yield return ValidationIssue.Error(at, "The text is empty; expected it to say something");
        else if (text.Length > longest)
            yield return ValidationIssue.Error(at, $"The text has {text.Length} characters; expected at most {longest}");
        if (text.Any(letter => char.IsControl(letter) && !(mayHaveLines && letter is '\n' or '\r')))
            yield return ValidationIssue.Error(at, $"The text has the control character U+{(int)text.First(char.IsControl):X4}; expected plain text");
    }

    /// <summary>Returns what is wrong with a value: it must be given, or else removed, and its texts must be plain.</summary>
    public static IEnumerable<ValidationIssue> CheckValue(string at, JsonElement? value, bool isRemoved)
    {
        if (value is null == !isRemoved)
            yield return ValidationIssue.Error(at, $"Found {(isRemoved ? "a value and remove" : "neither a value nor remove")}; expected {at[1..]}, or remove: true");
        if (value is { } given && !IsPlain(given))
            yield return ValidationIssue.Error(at, "A text in it has a control character, or is no valid Unicode; expected plain text");
        if (value is { } counted && !IsExact(counted))
            yield return ValidationIssue.Error(at, $"A number in it has more digits than a record keeps; expected a number of up to {ExactNumber.MaxDigits} digits");
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
        JsonValueKind.String => GetText(value) is { } text && !text.Any(char.IsControl),
        JsonValueKind.Array => value.EnumerateArray().All(IsPlain),
        JsonValueKind.Object => value.EnumerateObject().All(member => GetName(member) is { } name && !name.Any(char.IsControl) && IsPlain(member.Value)),
        _ => true,
    };

    /// <summary>Returns the text, or null if it has half a character such as <c>\ud800</c>, which the database would refuse.</summary>
    private static string? GetText(JsonElement value)
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

    private static string? GetName(JsonProperty member)
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
