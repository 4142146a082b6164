using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Formats.Citations;

namespace Evidence.Formats.Tests.Citations;

/// <summary>Each format, letter by letter.</summary>
public sealed class WrittenTests
{
    private static readonly Reference Sample = new()
    {
        Key = "smith-2024.secondary",
        Kind = ReferenceKind.Article,
        Title = "R&D of 50% (S)-ketamine: a_b\r\nin Taiwan",
        Authors = [PersonalName.Parse("van Asselt ADI"), PersonalName.Parse("Garcia y Vega M"), PersonalName.Parse("Drake RE Jr"), PersonalName.Parse("ELEKT-D Study Group")],
        Issued = [2024],
        Journal = "Pain & Sleep",
        Volume = "12",
        Issue = "3",
        Pages = "401–409",
        Doi = "10.1000/a_b{c}",
        Pmid = "123",
        Pmcid = "PMC45",
        Url = "https://doi.org/10.1000/a_b%7Bc%7D",
        Keywords = ["Cohort", "Ketamine"],
        Note = "Evidence study smith-2024",
    };

    private static readonly Reference Bare = new() { Key = "bare", Kind = ReferenceKind.Document, Title = "Bare" };

    [Fact]
    public void RIS_has_a_tag_a_line_ends_lines_with_CR_LF_and_leaves_out_what_is_not_known()
    {
        Assert.Equal(
            """
            TY  - JOUR
            ID  - smith-2024.secondary
            TI  - R&D of 50% (S)-ketamine: a_b in Taiwan
            AU  - van Asselt, A. D. I.
            AU  - Garcia y Vega, M.
            AU  - Drake, R. E., Jr
            AU  - ELEKT-D Study Group
            PY  - 2024
            T2  - Pain & Sleep
            VL  - 12
            IS  - 3
            SP  - 401
            EP  - 409
            DO  - 10.1000/a_b{c}
            AN  - 123
            C2  - PMC45
            UR  - https://doi.org/10.1000/a_b%7Bc%7D
            KW  - Cohort
            KW  - Ketamine
            N1  - Evidence study smith-2024
            ER  - 

            TY  - GEN
            ID  - bare
            TI  - Bare
            ER  - 

            """.ReplaceLineEndings("\r\n"),
            ReferenceFormat.Ris.Write([Sample, Bare]));
    }

    [Fact]
    public void BibTeX_escapes_what_TeX_would_take_for_its_own_and_braces_names_that_it_would_split()
    {
        Assert.Equal(
            """
            @article{smith-2024.secondary,
              title = {{R\&D} of 50\% {(S)-ketamine:} a\_b in {Taiwan}},
              author = {van Asselt, A. D. I. and {Garcia y Vega}, M. and Drake, Jr, R. E. and {ELEKT-D Study Group}},
              journal = {Pain \& Sleep},
              year = {2024},
              volume = {12},
              number = {3},
              pages = {401--409},
              doi = {10.1000/a_b%7Bc%7D},
              pmid = {123},
              pmcid = {PMC45},
              url = {https://doi.org/10.1000/a_b%7Bc%7D},
              keywords = {Cohort, Ketamine},
              note = {Evidence study smith-2024},
            }

            @misc{bare,
              title = {Bare},
            }

            """,
            ReferenceFormat.Bibtex.Write([Sample, Bare]));
    }

    [Fact]
    public void CSL_JSON_has_the_members_of_the_schema_and_no_others()
    {
        var items = JsonElement.Parse(ReferenceFormat.CslJson.Write([Sample, Bare]));

        Assert.Equal(
            """{"id":"smith-2024.secondary","type":"article-journal","title":"R&D of 50% (S)-ketamine: a_b\r\nin Taiwan","author":[{"family":"Asselt","given":"A. D. I.","non-dropping-particle":"van"},{"family":"Garcia y Vega","given":"M."},{"family":"Drake","given":"R. E.","suffix":"Jr"},{"literal":"ELEKT-D Study Group"}],"issued":{"date-parts":[[2024]]},"container-title":"Pain & Sleep","volume":"12","issue":"3","page":"401–409","DOI":"10.1000/a_b{c}","PMID":"123","PMCID":"PMC45","URL":"https://doi.org/10.1000/a_b%7Bc%7D","keyword":"Cohort, Ketamine","note":"Evidence study smith-2024"}""",
            items[0].GetRawText());
        Assert.Equal("""{"id":"bare","type":"document","title":"Bare"}""", items[1].GetRawText());
    }

    [Fact]
    public void An_article_number_is_no_range_and_a_day_is_written_whole()
    {
        var numbered = Bare with { Pages = "e067194", Issued = [2026, 11, 3] };

        Assert.Contains("SP  - e067194\r\n", RisEntry.Write(numbered), StringComparison.Ordinal);
        Assert.DoesNotContain("EP  - ", RisEntry.Write(numbered), StringComparison.Ordinal);
        Assert.Contains("DA  - 2026/11/03/\r\n", RisEntry.Write(numbered), StringComparison.Ordinal);
        Assert.Contains("  month = nov,\n", BibtexEntry.Write(numbered), StringComparison.Ordinal);
        Assert.Contains("[[2026,11,3]]", ReferenceFormat.CslJson.Entry(numbered), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dose-Related Effects of Adjunctive Ketamine in Taiwanese Patients", "Dose-Related Effects of Adjunctive Ketamine in Taiwanese Patients")]
    [InlineData("Ketamine in a Taiwanese hospital: Results of a trial", "Ketamine in a {Taiwanese} hospital: Results of a trial")]
    [InlineData("An N-methyl-D-aspartate antagonist and mTOR", "An {N-methyl-D-aspartate} antagonist and {mTOR}")]
    [InlineData("Esketamine (TRANSFORM-1)", "Esketamine {(TRANSFORM-1)}")]
    [InlineData("A Double-Blind, Placebo-Controlled Trial", "A Double-Blind, Placebo-Controlled Trial")]
    [InlineData("Ångström über Größe", "Ångström über {Größe}")]
    public void A_title_keeps_the_capitals_that_mean_something(string title, string written) => Assert.Equal(written, BibtexText.EscapeTitle(title));

    [Fact]
    public void The_braces_of_a_text_are_commands_because_BibTeX_counts_them_even_when_escaped() =>
        Assert.Equal(@"\textbraceleft{}\textbackslash{}\textbraceright{}\textasciitilde{}\textasciicircum{}\#\$\%\&\_", BibtexText.Escape(@"{\}~^#$%&_"));

    [Fact]
    public void Formats_are_told_apart_by_name_and_media_type()
    {
        Assert.Equal(["ris", "bib", "csl.json"], ReferenceFormat.All.Select(format => format.Name));
        Assert.Distinct(ReferenceFormat.All.Select(format => format.MediaType));
        Assert.Equal("[]\n", ReferenceFormat.CslJson.Write([]));
        Assert.Equal(Vocabulary.Get("report-role").Terms.Count, Vocabulary.Get("report-role").Terms.Select(term => term.Name).Distinct().Count());
    }
}
