using System.Globalization;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Curate.Fields;

/// <summary>What stands in the fields, as it was typed, by the parts of the fields' JSON pointers.</summary>
public sealed class Typed
{
    private readonly Dictionary<string, Typed> inner = new(StringComparer.Ordinal);

    /// <summary>The texts of one field; several where it is a list.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The text of the field; empty where nothing was typed.</summary>
    public string Text => Texts is [var text, ..] ? text : "";

    /// <summary>The items of a list in their order, without gaps.</summary>
    public IReadOnlyList<Typed> Items =>
    [
        .. from pair in inner
           let index = int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
           where index >= 0
           orderby index
           select pair.Value,
    ];

    /// <summary>What the fields of a document's value show.</summary>
    public static Typed Of(JsonElement value)
    {
        var typed = new Typed();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
                    typed.inner[member.Name] = Of(member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index())
                {
                    if (item.ValueKind == JsonValueKind.String)
                        typed.Texts.Add(item.GetString()!);
                    else
                        typed.inner[i.ToString(CultureInfo.InvariantCulture)] = Of(item);
                }

                break;
            case JsonValueKind.String:
                typed.Texts.Add(value.GetString()!);
                break;
            default:
                typed.Texts.Add(value.GetRawText());
                break;
        }

        return typed;
    }

    /// <summary>What a form brings: its fields are named by pointers.</summary>
    public static Typed Of(IFormCollection form)
    {
        var typed = new Typed();
        foreach (var (name, texts) in form.Where(field => field.Key.StartsWith('/')))
            typed.Ensure(name).Texts.AddRange(texts.Select(text => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal)));
        return typed;
    }

    /// <summary>What stands below a member's name; nothing where there are no fields for it.</summary>
    public Typed? At(string name) => inner.GetValueOrDefault(name);

    /// <summary>Makes an item or a record, which is empty.</summary>
    public Typed Ensure(string pointer)
    {
        var at = this;
        foreach (var token in JsonPointer.Tokens(pointer) ?? [])
        {
            if (!at.inner.TryGetValue(token, out var next))
                at.inner[token] = next = new Typed();
            at = next;
        }

        return at;
    }

    /// <summary>Takes an item or a record away with all that was typed in it; with the last item goes what told that the list is there.</summary>
    public void Remove(string pointer)
    {
        var tokens = JsonPointer.Tokens(pointer) ?? [];
        var above = tokens.SkipLast(1).Aggregate((Typed?)this, (at, token) => at?.At(token));
        if (tokens.Count == 0 || above is null)
            return;
        above.inner.Remove(tokens[^1]);
        if (above.inner.Count == 0 && tokens.Count > 1)
            tokens.SkipLast(2).Aggregate((Typed?)this, (at, token) => at?.At(token))?.inner.Remove(tokens[^2]);
    }
}
