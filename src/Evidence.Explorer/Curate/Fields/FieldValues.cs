using System.Globalization;
using System.Text.Json;
using Evidence.Catalogue;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate.Fields;

/// <summary>The values of fields, as they were typed, in a tree by the parts of the fields' JSON pointers.</summary>
public sealed class FieldValues
{
    private readonly Dictionary<string, FieldValues> inner = new(StringComparer.Ordinal);

    /// <summary>The texts of one field; several if it is a list.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The text of the field; empty if none was typed.</summary>
    public string Text => Texts is [var text, ..] ? text : "";

    /// <summary>The items of a list in their order, without gaps.</summary>
    public IReadOnlyList<FieldValues> Items =>
    [
        .. from pair in inner
           let index = int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
           where index >= 0
           orderby index
           select pair.Value,
    ];

    /// <summary>Creates the values that show a document.</summary>
    public static FieldValues FromJson(JsonElement value)
    {
        var values = new FieldValues();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
                    values.inner[member.Name] = FromJson(member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index())
                {
                    if (item.ValueKind == JsonValueKind.String)
                        values.Texts.Add(item.GetString()!);
                    else
                        values.inner[i.ToString(CultureInfo.InvariantCulture)] = FromJson(item);
                }

                break;
            case JsonValueKind.String:
                values.Texts.Add(value.GetString()!);
                break;
            default:
                values.Texts.Add(value.GetRawText());
                break;
        }

        return values;
    }

    /// <summary>Reads the values of a form, whose fields are named by pointers.</summary>
    public static FieldValues FromForm(IFormCollection form)
    {
        var values = new FieldValues();
        foreach (var (name, texts) in form.Where(field => field.Key.StartsWith('/')))
            values.Ensure(name).Texts.AddRange(texts.Select(text => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal)));
        return values;
    }

    /// <summary>Returns the values of a member, or null if there are no fields for it.</summary>
    public FieldValues? Find(string name) => inner.GetValueOrDefault(name);

    /// <summary>Returns the values at a pointer; adds an empty item or record if there is none.</summary>
    public FieldValues Ensure(string pointer)
    {
        var at = this;
        foreach (var token in JsonPointer.Split(pointer) ?? [])
        {
            if (!at.inner.TryGetValue(token, out var next))
                at.inner[token] = next = new FieldValues();
            at = next;
        }

        return at;
    }

    /// <summary>Removes an item or a record with its values; with the last item the list itself is removed.</summary>
    public void Remove(string pointer)
    {
        var tokens = JsonPointer.Split(pointer) ?? [];
        var above = tokens.SkipLast(1).Aggregate((FieldValues?)this, (at, token) => at?.Find(token));
        if (tokens.Count == 0 || above is null)
            return;
        above.inner.Remove(tokens[^1]);
        if (above.inner.Count == 0 && tokens.Count > 1)
            tokens.SkipLast(2).Aggregate((FieldValues?)this, (at, token) => at?.Find(token))?.inner.Remove(tokens[^2]);
    }
}
