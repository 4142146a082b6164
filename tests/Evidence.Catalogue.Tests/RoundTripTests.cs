using System.Text;
using System.Text.Json;

namespace Evidence.Catalogue.Tests;

public class RoundTripTests
{
    [Fact]
    public void A_study_is_written_as_it_was_read()
    {
        foreach (var file in RealRecords.StudyFiles)
            Assert.Equal(Flat(File.ReadAllBytes(file)), Flat(CatalogueJson.Write(RealRecords.Read<Study>(File.ReadAllBytes(file)))));
    }

    [Fact]
    public void Claims_are_written_as_they_were_read() =>
        Assert.Equal(Flat(File.ReadAllBytes(RealRecords.ClaimsFile)), Flat(CatalogueJson.Write(RealRecords.Claims)));

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        foreach (var study in RealRecords.Studies)
        {
            var written = CatalogueJson.Write(study);
            Assert.Equal(written, CatalogueJson.Write(RealRecords.Read<Study>(written)));
        }
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var written = CatalogueJson.Write(RealRecords.Parallel);
        Assert.Equal(written, CatalogueJson.Write(RealRecords.Read<Study>([.. Encoding.UTF8.Preamble, .. written])));
    }

    [Fact]
    public void Letters_of_any_script_stay_letters()
    {
        var study = RealRecords.Parallel with { Title = "Kétamine & <esketamine>: ≥50 % — 氯胺酮 😀" };
        Assert.Contains(study.Title.Replace("😀", "", StringComparison.Ordinal), Encoding.UTF8.GetString(CatalogueJson.Write(study)), StringComparison.Ordinal);
        Assert.Equal(study.Title, RealRecords.Read<Study>(CatalogueJson.Write(study)).Title);
    }

    /// <summary>Place and text of every value, sorted: order of members and nulls do not count, the digits of a number do.</summary>
    private static List<string> Flat(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return [.. Values(document.RootElement, "").Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Values(JsonElement element, string at) => element.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Values(member.Value, $"{at}/{member.Name}")).Append($"{at} object"),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Values(item, $"{at}/{i}")).Append($"{at} list of {element.GetArrayLength()}"),
        JsonValueKind.String => [$"{at} \"{element.GetString()}\""],
        _ => [$"{at} {element.GetRawText()}"],
    };
}
