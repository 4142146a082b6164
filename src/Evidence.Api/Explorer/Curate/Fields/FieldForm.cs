using System.Globalization;
using Evidence.Api.Hosting.Plots;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Curate.Fields;

/// <summary>A form of fields: what was typed, what was found, and what is open.</summary>
public sealed class FieldForm
{
    /// <summary>Most fields that are taken at once; the largest record of the catalogue has some 1,600.</summary>
    public const int MostFields = 20_000;

    private const int LongestPart = 60;

    private readonly ILookup<string, Finding> findings;
    private readonly HashSet<string> open = [];

    /// <summary>Puts findings to their fields.</summary>
    /// <param name="action">Address that the form is sent to.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="found">What was found, each at the field or group nearest to it.</param>
    /// <param name="changed">The item or record that was just added, or the list that one was taken from.</param>
    public FieldForm(string action, Typed typed, IEnumerable<PlacedFinding> found, string? changed)
    {
        (Action, Typed) = (action, typed);
        findings = found.ToLookup(placed => placed.Place ?? "", placed => placed.Finding);
        foreach (var place in findings.Select(group => group.Key).Append(changed ?? ""))
        {
            for (var at = place; at.Length > 0; at = at[..at.LastIndexOf('/')])
                open.Add(at);
        }
    }

    /// <summary>Address that the form is sent to.</summary>
    public string Action { get; }

    /// <summary>What was typed.</summary>
    public Typed Typed { get; }

    /// <summary>What was found at a field or group.</summary>
    public IEnumerable<Finding> FindingsAt(string pointer) => findings[pointer];

    /// <summary>Whether there is something to see in an item.</summary>
    public bool IsOpen(string pointer) => open.Contains(pointer);

    /// <summary>What a list's item says, in short: <c>Depression severity, MADRS, 24 hours</c>.</summary>
    public static string Tell(FieldShape list, Typed item) =>
        string.Join(", ", from member in list.Telling
                          let text = item.At(member.Name)?.Text ?? ""
                          where !string.IsNullOrWhiteSpace(text)
                          select Tell(member, text));

    /// <summary>The field or group that is nearest to a place of the document, and its name for people.</summary>
    public static (string Place, string Name) Nearest(string pointer, Typed typed)
    {
        var (place, names, shape, at) = ("", new List<string>(), FieldShape.Study, (Typed?)typed);
        foreach (var token in JsonPointer.Tokens(pointer) ?? [])
        {
            if (shape.Kind == FieldKind.Records && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && at?.Items.ElementAtOrDefault(index) is { } item)
            {
                (place, at, shape) = ($"{place}/{token}", item, shape with { Kind = FieldKind.Record });
                names[^1] = string.Create(CultureInfo.InvariantCulture, $"{shape.Item} {index + 1}");
            }
            else if (shape.Kind == FieldKind.Record && (at is not null || shape.IsRequired) && shape.Find(token) is { } member)
            {
                (place, at, shape) = ($"{place}/{token}", at?.At(token), member);
                names.Add(member.Label);
            }
            else
            {
                break;
            }
        }

        return (place, names.Count == 0 ? "The whole record" : string.Join(" › ", names));
    }

    private static string Tell(FieldShape member, string text) => member switch
    {
        { Vocabulary: { } vocabulary } => Frame.Words.Of(vocabulary, text),
        { Kind: FieldKind.Number } when member.Name.EndsWith("ours", StringComparison.Ordinal) && decimal.TryParse(text, CultureInfo.InvariantCulture, out var hours) => Printed.Time(hours),
        _ => text.Length <= LongestPart ? text : text[..LongestPart] + "…",
    };
}
