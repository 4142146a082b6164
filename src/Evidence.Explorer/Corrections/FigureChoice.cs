using System.Globalization;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Explorer.Corrections;

/// <summary>A figure of a record to choose, for readers who know no pointers.</summary>
/// <param name="Group">What the figure belongs to.</param>
/// <param name="Pointer">Its place, as a JSON pointer (RFC 6901).</param>
/// <param name="Name">The figure in words.</param>
public sealed record FigureChoice(string Group, string Pointer, string Name)
{
    private const int MaxValueLength = 60;

    /// <summary>Lists what a record says of the study itself, then every figure of every arm.</summary>
    public static IReadOnlyList<FigureChoice> List(JsonElement study) => [.. ListStudy(study), .. ListOutcomes(study)];

    private static IEnumerable<FigureChoice> ListStudy(JsonElement study) =>
        from member in study.EnumerateObject()
        where member.Name != "id" && member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number
        select new FigureChoice("The study", $"/{member.Name}", $"{member.Name}: {Shorten(member.Value)}");

    private static IEnumerable<FigureChoice> ListOutcomes(JsonElement study)
    {
        foreach (var (i, outcome) in study.GetProperty("outcomes").EnumerateArray().Index())
        {
            var what = outcome.TryGetProperty("instrument", out var instrument) ? Labels.Find("instrument", instrument.GetString()!) : Labels.Find("domain", outcome.GetProperty("domain").GetString()!);
            var group = string.Create(CultureInfo.InvariantCulture, $"{what}, {outcome.GetProperty("id").GetString()}");
            foreach (var (j, result) in outcome.GetProperty("results").EnumerateArray().Index())
            {
                foreach (var figure in result.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number))
                    yield return new FigureChoice(group, string.Create(CultureInfo.InvariantCulture, $"/outcomes/{i}/results/{j}/{figure.Name}"), $"{result.GetProperty("arm").GetString()}, {figure.Name}: {figure.Value.GetRawText()}");
            }
        }
    }

    private static string Shorten(JsonElement value) => value.ToString() is var text && text.Length > MaxValueLength ? text[..MaxValueLength] + "…" : text;
}
