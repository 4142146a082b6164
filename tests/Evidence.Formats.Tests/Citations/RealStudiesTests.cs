using System.Text.Json;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue.Tests;
using Evidence.Formats.Citations;
using Evidence.Formats.Tests.Testing;

namespace Evidence.Formats.Tests.Citations;

/// <summary>Every study of the catalogue, written here and read back by programs that researchers use.</summary>
public sealed partial class RealStudiesTests
{
    private static readonly IReadOnlyList<Reference> All = [.. RealRecords.Studies.SelectMany(StudyReferences.Create)];

    [Fact]
    public void Every_report_of_every_study_has_an_entry_and_a_key_of_its_own()
    {
        Assert.NotEmpty(All);
        Assert.Equal(RealRecords.Studies.Sum(study => Math.Max(study.Reports.Count, 1)), All.Count);
        Assert.Distinct(All.Select(reference => reference.Key.ToLowerInvariant())); // BibTeX does not tell keys apart by case
        Assert.All(All, reference => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z]+(-[a-z0-9]+)*)?$", reference.Key));
        Assert.Equal(RealRecords.Studies.Select(study => study.Id), RealRecords.Studies.Select(study => StudyReferences.Create(study)[0].Key));
    }

    [FactForNode]
    public async Task RIS_is_read_back_by_Citation_js() =>
        Compare(All, await Readers.CitationJsAsync("@ris/file", ReferenceFormat.Ris.Write(All)), withRealTitle: true);

    [FactForNode]
    public async Task BibTeX_is_read_back_by_Citation_js() =>
        Compare(All, await Readers.CitationJsAsync("@bibtex/text", ReferenceFormat.Bibtex.Write(All)), withRealTitle: true);

    [FactForPandoc]
    public async Task BibTeX_is_read_back_by_pandoc() =>
        Compare(All, await Readers.PandocAsync("bibtex", ReferenceFormat.Bibtex.Write(All)), withRealTitle: false);

    [FactForPandoc]
    public async Task CSL_JSON_is_read_back_by_pandoc() =>
        Compare(All, await Readers.PandocAsync("csljson", ReferenceFormat.CslJson.Write(All)), withRealTitle: true);

    [FactForPandoc]
    public async Task Abbreviations_and_names_keep_their_capitals_where_pandoc_sets_a_title_in_small_letters()
    {
        var read = (await Readers.PandocAsync("bibtex", ReferenceFormat.Bibtex.Write(All))).ToDictionary(item => item.GetProperty("id").GetString()!, FindTitle);

        Assert.Contains("N-Methyl-D-Aspartate".ToUpperInvariant(), All.Single(reference => reference.Key == "zarate-2006").Title.ToUpperInvariant(), StringComparison.Ordinal);
        Assert.Contains("N-methyl-D-aspartate", read["zarate-2006"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("TRANSFORM-1", read["fedgchin-2019"], StringComparison.Ordinal);
        Assert.Contains("ESCAPE-TRD", read["reif-2023.secondary"], StringComparison.Ordinal);
        Assert.Contains("Taiwanese", read["su-2017"], StringComparison.OrdinalIgnoreCase);
    }

    private static void Compare(IReadOnlyList<Reference> written, IReadOnlyList<JsonElement> read, bool withRealTitle)
    {
        Assert.NotEmpty(written);
        Assert.Equal(written.Select(reference => reference.Key), read.Select(item => item.GetProperty("id").GetString()));
        foreach (var (reference, item) in written.Zip(read))
        {
            Assert.Equal(Straight(reference.Title), FindTitle(item), ignoreCase: !withRealTitle);
            Assert.Equal(reference.Authors.Select(Plain), FindAuthors(item));
            Assert.Equal(reference.Issued.Select(part => part.ToString(System.Globalization.CultureInfo.InvariantCulture)), FindYear(item));
            Assert.Equal(reference.Doi ?? "", FindText(item, "DOI"));
            Assert.Equal(reference.Journal ?? "", FindText(item, "container-title"));
            Assert.Equal(reference.Volume ?? "", FindText(item, "volume"));
            Assert.Equal(reference.Issue ?? "", FindText(item, "issue"));
            Assert.Equal(reference.Pages ?? "", FindText(item, "page").Replace("--", "-", StringComparison.Ordinal).Replace('–', '-'));
        }
    }

    private static string Plain(PersonalName name) => Straight(name.Literal ?? $"{name.FullFamily}, {name.Given}");

    private static IEnumerable<string> FindAuthors(JsonElement item) =>
        item.TryGetProperty("author", out var authors) ? authors.EnumerateArray().Select(FormatName) : [];

    private static string FormatName(JsonElement name)
    {
        var particle = FindText(name, "non-dropping-particle") + FindText(name, "dropping-particle");
        return name.TryGetProperty("literal", out var whole)
            ? whole.GetString()!
            : $"{(particle.Length > 0 ? particle + " " : "")}{FindText(name, "family")}, {FindText(name, "given")}";
    }

    private static IEnumerable<string> FindYear(JsonElement item) =>
        item.TryGetProperty("issued", out var issued) ? issued.GetProperty("date-parts")[0].EnumerateArray().Select(part => part.ToString()) : [];

    private static string FindText(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? Straight(value.ToString()) : "";

    /// <summary>pandoc marks the words that are to keep their capitals.</summary>
    private static string FindTitle(JsonElement item) => Markup().Replace(FindText(item, "title"), "");

    /// <summary>pandoc turns straight quotes into curly ones.</summary>
    private static string Straight(string text) => text.Replace('“', '"').Replace('”', '"').Replace('’', '\'');

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Markup();
}
