using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Curate.Fields;

/// <summary>Makes the document of a record from what was typed into its fields. An empty field is absent, never zero.</summary>
public sealed class FieldDocument : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly Utf8JsonWriter writer;
    private readonly List<Finding> faults = [];

    private FieldDocument() => writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The document, and the fields that say nothing that it can hold; what stands in those is a text in it, so that it is not lost.</summary>
    public static (byte[] Document, IReadOnlyList<Finding> Faults) Write(Typed study)
    {
        using var document = new FieldDocument();
        document.WriteRecord(FieldShape.Study.Members, study, "");
        document.writer.Flush();
        return (document.bytes.ToArray(), document.faults);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    /// <summary>The texts of a list that is typed with one a line.</summary>
    public static IEnumerable<string> Lines(Typed? typed) =>
        (typed?.Texts ?? []).SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private void WriteRecord(IEnumerable<FieldShape> members, Typed? typed, string at)
    {
        writer.WriteStartObject();
        foreach (var member in members)
            WriteMember(member, typed?.At(member.Name), $"{at}/{member.Name}");
        writer.WriteEndObject();
    }

    private void WriteMember(FieldShape shape, Typed? typed, string at)
    {
        switch (shape.Kind)
        {
            case FieldKind.Record or FieldKind.Records when typed is null && !shape.IsRequired:
                break;
            case FieldKind.Record:
                writer.WritePropertyName(shape.Name);
                WriteRecord(shape.Members, typed, at);
                break;
            case FieldKind.Records:
                writer.WriteStartArray(shape.Name);
                foreach (var (i, item) in (typed?.Items ?? []).Index())
                    WriteRecord(shape.Members, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"));
                writer.WriteEndArray();
                break;
            case FieldKind.Texts or FieldKind.Terms:
                WriteTexts(shape, [.. Lines(typed)]);
                break;
            default:
                WriteValue(shape, typed?.Text.Trim() ?? "", at);
                break;
        }
    }

    private void WriteTexts(FieldShape shape, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0 && !shape.IsRequired)
            return;
        writer.WriteStartArray(shape.Name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private void WriteValue(FieldShape shape, string text, string at)
    {
        var isText = shape.Kind is FieldKind.Text or FieldKind.Term;
        if (text.Length == 0)
        {
            if (!shape.IsRequired)
                return;
            faults.Add(Finding.Error(at, $"Nothing stands here; expected {Expected(shape.Kind)}"));
            if (isText)
                writer.WriteString(shape.Name, "");
            return;
        }

        writer.WritePropertyName(shape.Name);
        if (isText)
        {
            writer.WriteStringValue(text);
        }
        else if (!TryWrite(shape.Kind, text))
        {
            writer.WriteStringValue(text);
            faults.Add(Finding.Error(at, $"Found '{(text.Length <= 60 ? text : text[..59] + "…")}'; expected {Expected(shape.Kind)}"));
        }
    }

    private bool TryWrite(FieldKind kind, string text)
    {
        // Articles print a true minus.
        var plain = text.Replace('\u2212', '-');
        switch (kind)
        {
            case FieldKind.WholeNumber when int.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                writer.WriteNumberValue(whole);
                return true;
            case FieldKind.Number when ExactNumber.Fits(Encoding.UTF8.GetBytes(plain))
                && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                return true;
            case FieldKind.YesOrNo when text is "true" or "false":
                writer.WriteBooleanValue(text == "true");
                return true;
            case FieldKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                writer.WriteStringValue(text);
                return true;
            default:
                return false;
        }
    }

    private static string Expected(FieldKind kind) => kind switch
    {
        FieldKind.WholeNumber => "a whole number",
        FieldKind.Number => $"a number of up to {ExactNumber.MostDigits} digits, with a point",
        FieldKind.YesOrNo => "yes or no",
        FieldKind.Date => "a date such as 2026-11-23",
        FieldKind.Term => "one of the list",
        _ => "a text",
    };
}
