using System.Globalization;
using Evidence.Catalogue;
using Evidence.Plots.Drawing;

namespace Evidence.Explorer.Curate.Fields;

/// <summary>A form of fields: their values, the issues at them, and the items that are open.</summary>
public sealed class FieldForm
{
    /// <summary>Maximum number of fields that are taken at once; the largest record of the catalogue has some 1,600.</summary>
    public const int MaxFields = 20_000;

    private const int MaxPartLength = 60;

    private readonly ILookup<string, ValidationIssue> issues;
    private readonly HashSet<string> open = [];

    /// <summary>Assigns issues to their fields.</summary>
    /// <param name="action">Address that the form is sent to.</param>
    /// <param name="values">The values of the fields.</param>
    /// <param name="located">The issues, each at the field or group nearest to it.</param>
    /// <param name="changed">The item or record that was just added, or the list from which one was removed.</param>
    public FieldForm(string action, FieldValues values, IEnumerable<LocatedIssue> located, string? changed)
    {
        (Action, Values) = (action, values);
        issues = located.ToLookup(each => each.Place ?? "", each => each.Issue);
        foreach (var place in issues.Select(group => group.Key).Append(changed ?? ""))
        {
            for (var at = place; at.Length > 0; at = at[..at.LastIndexOf('/')])
                open.Add(at);
        }
    }

    /// <summary>Address that the form is sent to.</summary>
    public string Action { get; }

    /// <summary>The values of the fields.</summary>
    public FieldValues Values { get; }

    /// <summary>Returns the issues at a field or group.</summary>
    public IEnumerable<ValidationIssue> GetIssues(string pointer) => issues[pointer];

    /// <summary>Whether an item is shown open, because it has issues or has just changed.</summary>
    public bool IsOpen(string pointer) => open.Contains(pointer);

    /// <summary>Describes an item of a list in short: <c>Depression severity, MADRS, 24 hours</c>.</summary>
    public static string Describe(FieldShape list, FieldValues item) =>
        string.Join(", ", from member in list.Distinguishing
                          let text = item.Find(member.Name)?.Text ?? ""
                          where !string.IsNullOrWhiteSpace(text)
                          select Describe(member, text));

    /// <summary>Finds the field or group that is nearest to a place of the document, and its name for people.</summary>
    public static (string Place, string Name) FindNearest(string pointer, FieldValues values)
    {
        var (place, names, shape, at) = ("", new List<string>(), FieldShape.Study, (FieldValues?)values);
        foreach (var token in JsonPointer.Split(pointer) ?? [])
        {
            if (shape.Kind == FieldKind.Records && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && at?.Items.ElementAtOrDefault(index) is { } item)
            {
                (place, at, shape) = ($"{place}/{token}", item, shape with { Kind = FieldKind.Record });
                names[^1] = string.Create(CultureInfo.InvariantCulture, $"{shape.Item} {index + 1}");
            }
            else if (shape.Kind == FieldKind.Record && (at is not null || shape.IsRequired) && shape.Find(token) is { } member)
            {
                (place, at, shape) = ($"{place}/{token}", at?.Find(token), member);
                names.Add(member.Label);
            }
            else
            {
                break;
            }
        }

        return (place, names.Count == 0 ? "The whole record" : string.Join(" › ", names));
    }

    private static string Describe(FieldShape member, string text) => member switch
    {
        { Vocabulary: { } vocabulary } => Labels.Find(vocabulary, text),
        { Kind: FieldKind.Number } when member.Name.EndsWith("ours", StringComparison.Ordinal) && decimal.TryParse(text, CultureInfo.InvariantCulture, out var hours) => NumberFormat.Time(hours),
        _ => text.Length <= MaxPartLength ? text : text[..MaxPartLength] + "…",
    };
}
