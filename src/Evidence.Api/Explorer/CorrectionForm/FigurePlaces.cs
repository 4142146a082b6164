using System.Globalization;
using System.Text.Json;
using Evidence.Api.Explorer.Frame;

namespace Evidence.Api.Explorer.CorrectionForm;

/// <summary>A place of a record to choose, for readers who know no pointers.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="Pointer">JSON pointer (RFC 6901).</param>
/// <param name="Name">What stands there, in words.</param>
public sealed record FigurePlace(string Group, string Pointer, string Name);

/// <summary>The figures of a study, to choose the wrong one from.</summary>
public static class FigurePlaces
{
    private const int LongestValue = 60;

    /// <summary>What is said of the study itself, then every figure of every arm.</summary>
    public static IReadOnlyList<FigurePlace> Of(JsonElement study) => [.. OfStudy(study), .. OfOutcomes(study)];

    private static IEnumerable<FigurePlace> OfStudy(JsonElement study) =>
        from member in study.EnumerateObject()
        where member.Name != "id" && member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number
        select new FigurePlace("The study", $"/{member.Name}", $"{member.Name}: {Shown(member.Value)}");

    private static IEnumerable<FigurePlace> OfOutcomes(JsonElement study)
    {
        foreach (var (i, outcome) in study.GetProperty("outcomes").EnumerateArray().Index())
        {
            var what = outcome.TryGetProperty("instrument", out var instrument) ? Words.Of("instrument", instrument.GetString()!) : Words.Of("domain", outcome.GetProperty("domain").GetString()!);
            var group = string.Create(CultureInfo.InvariantCulture, $"{what}, {outcome.GetProperty("id").GetString()}");
            foreach (var (j, result) in outcome.GetProperty("results").EnumerateArray().Index())
            {
                foreach (var figure in result.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number))
                    yield return new FigurePlace(group, string.Create(CultureInfo.InvariantCulture, $"/outcomes/{i}/results/{j}/{figure.Name}"), $"{result.GetProperty("arm").GetString()}, {figure.Name}: {figure.Value.GetRawText()}");
            }
        }
    }

    private static string Shown(JsonElement value) => value.ToString() is var text && text.Length > LongestValue ? text[..LongestValue] + "…" : text;
}
