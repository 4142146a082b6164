using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Evidence.Api.Tests.Testing;
using Evidence.Formats.Citations;
using Evidence.Formats.Tests.Testing;

namespace Evidence.Formats.Tests.Citations;

/// <summary>Writes records with any text and checks that the file stays readable: no text ends a field, an entry or the file.</summary>
public sealed partial class AnyTextTests
{
    private static readonly string[] Traps =
        ["ER  - ", "\r\nER  - \r\nTY  - JOUR", "},\n}\n@article{x,", "\\", "{", "}", "\" and \"", " and ", "@comment{", "%", "\\}", "]}", "\0", "\ud800"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["{}\\\"%#&_$~^@=,;-– \r\n\t\u0085\u2028ab NMDA"], 0, 30],
        Gen.Int[0, Traps.Length - 1].Select(at => Traps[at]));

    private static readonly Gen<Reference> References = Gen.Select(Text, Text.Array[0, 4], Text, Text, Text, Text).SelectMany(t => Gen.Select(Text, Text, Text.Array[0, 3], Gen.Int[0, 2]).Select(u =>
        new Reference
        {
            Key = "key-1.secondary",
            Kind = (ReferenceKind)u.Item4,
            Title = t.Item1,
            Authors = [.. t.Item2.Select(PersonalName.Parse)],
            Journal = t.Item3,
            Volume = t.Item4,
            Pages = t.Item5,
            Doi = t.Item6,
            Url = u.Item1,
            Note = u.Item2,
            Keywords = u.Item3,
        }));

    [Fact]
    public void RIS_begins_with_its_type_ends_with_its_end_and_has_a_tag_on_every_line() =>
        References.Sample(reference =>
        {
            var lines = RisEntry.Write(reference).Split("\r\n");
            Assert.Equal("", lines[^1]);
            Assert.StartsWith("TY  - ", lines[0], StringComparison.Ordinal);
            Assert.Equal("ER  - ", lines[^2]);
            Assert.All(lines[..^1], line => Assert.Matches(RisLine(), line));
            Assert.Single(lines, line => line.StartsWith("TY", StringComparison.Ordinal));
            Assert.Single(lines, line => line.StartsWith("ER", StringComparison.Ordinal));
        });

    [Fact]
    public void BibTeX_opens_one_group_and_closes_it_at_its_end() =>
        References.Sample(reference =>
        {
            var entry = BibtexEntry.Write(reference);
            var depth = 0;
            for (var at = 0; at < entry.Length; at++)
            {
                depth += entry[at] switch { '{' => 1, '}' => -1, _ => 0 };
                Assert.True(depth > 0 || at < entry.IndexOf('{', StringComparison.Ordinal) || at >= entry.Length - 2, entry);
            }

            Assert.Equal(0, depth);
            Assert.All(entry.Split('\n')[1..^2], line => Assert.Matches(BibtexLine(), line));
        });

    [Fact]
    public void CSL_JSON_reads_back_as_it_was() =>
        References.Sample(reference =>
        {
            var item = JsonElement.Parse(ReferenceFormat.CslJson.Entry(reference));
            Assert.Equal(Whole(reference.Title), item.GetProperty("title").GetString());
            Assert.Equal(Whole(reference.Note!), item.GetProperty("note").GetString());
        });

    [FactForNode]
    public async Task Citation_js_finds_every_entry_of_a_file_of_nasty_texts()
    {
        var nasty = Nasty();

        Assert.Equal(nasty.Select(reference => reference.Key), Keys(await Readers.CitationJsAsync("@ris/file", ReferenceFormat.Ris.Write(nasty))));
        Assert.Equal(nasty.Select(reference => reference.Key), Keys(await Readers.CitationJsAsync("@bibtex/text", ReferenceFormat.Bibtex.Write(nasty))));
    }

    [FactForPandoc]
    public async Task Pandoc_finds_every_entry_of_a_file_of_nasty_texts()
    {
        var nasty = Nasty();

        Assert.Equal(nasty.Select(reference => reference.Key), Keys(await Readers.PandocAsync("bibtex", ReferenceFormat.Bibtex.Write(nasty))));
        Assert.Equal(nasty.Select(reference => reference.Key), Keys(await Readers.PandocAsync("csljson", ReferenceFormat.CslJson.Write(nasty))));
    }

    private static IReadOnlyList<Reference> Nasty()
    {
        string[] texts =
        [
            "ER  - ", "\r\nER  - \r\nTY  - JOUR", "},\n}\n@article{x,", "\\", "{", "}", "\" and \"", " and ", "@comment{", "50% of", "\\}", "]}", "#x# $y$ a_b ~ ^", "naïve Größe 氯胺酮",
            "x\u2028y\u0085z", "a, b, c, d", "--", "<b>", "\"quoted\"",
        ];
        return
        [
            .. texts.Select((text, at) => new Reference
            {
                Key = $"key-{at}",
                Kind = ReferenceKind.Article,
                Title = "T " + text,
                Authors = [PersonalName.Parse(text + " X"), PersonalName.Parse(text), PersonalName.Parse("Zarate CA")],
                Issued = [2006],
                Journal = text,
                Volume = text,
                Pages = text,
                Doi = "10.1000/" + text,
                Url = "https://a.example/" + text,
                Keywords = [text],
                Note = text,
            }),
        ];
    }

    private static IEnumerable<string> Keys(IEnumerable<JsonElement> items) => items.Select(item => item.GetProperty("id").GetString()!);

    /// <summary>Half of a surrogate pair is no text; it is written as the sign for what cannot be written.</summary>
    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"^[A-Z][A-Z0-9]  - [^\r\n\u0085\u2028\u2029\v\f\0]*\z")]
    private static partial Regex RisLine();

    [GeneratedRegex(@"^  [a-z]+ = \{.*\},\z")]
    private static partial Regex BibtexLine();
}
