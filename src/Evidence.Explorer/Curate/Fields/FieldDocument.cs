using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Explorer.Curate.Fields;

/// <summary>Writes the document of a record from the values of its fields. An empty field is absent, never zero.</summary>
public sealed class FieldDocument : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly Utf8JsonWriter writer;
    private readonly List<ValidationIssue> issues = [];

    private FieldDocument() => writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes the document, and returns the fields whose values it cannot hold; those are texts in it, so that they are not lost.</summary>
    public static (byte[] Document, IReadOnlyList<ValidationIssue> Issues) Write(FieldValues study)
    {
        using var document = new FieldDocument();
        document.WriteRecord(FieldShape.Study.Members, study, "");
        document.writer.Flush();
        return (document.bytes.ToArray(), document.issues);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    /// <summary>Splits the texts of a list that is typed with one a line.</summary>
    public static IEnumerable<string> SplitLines(FieldValues? values) =>
        (values?.Texts ?? []).SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private void WriteRecord(IEnumerable<FieldShape> members, FieldValues? values, string at)
    {
        writer.WriteStartObject();
        foreach (var member in members)
            WriteMember(member, values?.Find(member.Name), $"{at}/{member.Name}");
        writer.WriteEndObject();
    }

    private void WriteMember(FieldShape shape, FieldValues? values, string at)
    {
        switch (shape.Kind)
        {
            case FieldKind.Record or FieldKind.Records when values is null && !shape.IsRequired:
                break;
            case FieldKind.Record:
                writer.WritePropertyName(shape.Name);
                WriteRecord(shape.Members, values, at);
                break;
            case FieldKind.Records:
                writer.WriteStartArray(shape.Name);
                foreach (var (i, item) in (values?.Items ?? []).Index())
                    WriteRecord(shape.Members, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"));
                writer.WriteEndArray();
                break;
            case FieldKind.Texts or FieldKind.Terms:
                WriteTexts(shape, [.. SplitLines(values)]);
                break;
            default:
                WriteValue(shape, values?.Text.Trim() ?? "", at);
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
            issues.Add(ValidationIssue.Error(at, $"Found no value; expected {Describe(shape.Kind)}"));
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
            issues.Add(ValidationIssue.Error(at, $"Found '{(text.Length <= 60 ? text : text[..59] + "…")}'; expected {Describe(shape.Kind)}"));
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

    private static string Describe(FieldKind kind) => kind switch
    {
        FieldKind.WholeNumber => "a whole number",
        FieldKind.Number => $"a number of up to {ExactNumber.MaxDigits} digits, with a point",
        FieldKind.YesOrNo => "yes or no",
        FieldKind.Date => "a date such as 2026-11-23",
        FieldKind.Term => "one of the list",
        _ => "a text",
    };
}
