using System.Text.Json;
using Evidence.Catalogue.Differences;

namespace Evidence.Catalogue.Tests.Differences;

public class DocumentDifferencesTests
{
    [Fact]
    public void A_changed_figure_is_one_difference_with_the_digits_that_are_stored()
    {
        var study = RealRecords.Parallel;
        var mean = study.Outcomes[0].Results[0];
        var found = Compare(study, study.Result(0, 0, result => result with { Sd = 9.50m }));

        var difference = Assert.Single(found);
        Assert.Equal(DifferenceKind.Changed, difference.Kind);
        Assert.Equal("/outcomes/0/results/0/sd", difference.Pointer);
        Assert.Equal($"outcomes[{study.Outcomes[0].Id}].results[{mean.Arm}].sd", difference.Path);
        Assert.Equal("9.50", Difference.FormatValue(difference.New));
        Assert.Equal($"{mean.Sd}", Difference.FormatValue(difference.Old));
    }

    [Fact]
    public void An_outcome_inserted_at_the_front_is_one_addition()
    {
        var study = RealRecords.Parallel;
        var added = study.Outcomes[0] with { Id = "inserted" };
        var found = Compare(study, study with { Outcomes = [added, .. study.Outcomes] });

        var difference = Assert.Single(found);
        Assert.Equal((DifferenceKind.Added, "/outcomes/0", "outcomes[inserted]"), (difference.Kind, difference.Pointer, difference.Path));
        Assert.Null(difference.Old);
    }

    [Fact]
    public void What_is_removed_is_pointed_to_in_the_old_document()
    {
        var study = RealRecords.Parallel;
        var found = Compare(study with { Outcomes = [study.Outcomes[0] with { Id = "gone" }, .. study.Outcomes] }, study.Arm(1, arm => arm with { Randomized = null }));

        Assert.Equal(
            [(DifferenceKind.Removed, $"arms[{study.Arms[1].Id}].randomized", "/arms/1/randomized"), (DifferenceKind.Removed, "outcomes[gone]", "/outcomes/0")],
            found.Select(difference => (difference.Kind, difference.Path, difference.Pointer)));
    }

    [Fact]
    public void Another_order_of_arms_is_one_remark_and_no_change_of_a_field()
    {
        var study = RealRecords.Parallel;
        var difference = Assert.Single(Compare(study, study with { Arms = [.. study.Arms.Reverse()] }));

        Assert.Equal((DifferenceKind.Reordered, "/arms"), (difference.Kind, difference.Pointer));
        Assert.Equal(study.Arms.Select(arm => arm.Id).Reverse(), difference.New!.Value.EnumerateArray().Select(name => name.GetString()!));
    }

    [Fact]
    public void A_report_that_gets_its_DOI_is_the_same_report()
    {
        var study = RealRecords.Parallel.Report(0, report => report with { Doi = null, Pmid = null, Pmcid = null });
        var difference = Assert.Single(Compare(study, study.Report(0, report => report with { Doi = "10.1000/new" })));

        Assert.Equal((DifferenceKind.Added, "reports[10.1000/new].doi"), (difference.Kind, difference.Path));
    }

    [Theory]
    [InlineData("""{"sd":8.0}""", """{"sd":8}""")]
    [InlineData("""{"a":[1.50,2]}""", """{"a":[1.5,2.0]}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    public void Digits_and_the_order_of_members_are_no_difference(string old, string @new) =>
        Assert.Empty(DocumentDifferences.Compute(JsonElement.Parse(old), JsonElement.Parse(@new)));

    [Theory]
    [InlineData("""{"countries":["US","DE"]}""", """{"countries":["DE","FR"]}""", "Added countries[FR] /countries/1", "Removed countries[US] /countries/0")]
    [InlineData("""{"authors":["A","A"]}""", """{"authors":["A","A","A"]}""", "Added authors[A#3] /authors/2")]
    [InlineData("""{"x":[{"a":1},{"a":2}]}""", """{"x":[{"a":1},{"a":3}]}""", "Changed x[1].a /x/1/a")]
    [InlineData("""{"a/b":{"c~d":1}}""", """{"a/b":{"c~d":"1"}}""", "Changed a/b.c~d /a~1b/c~0d")]
    [InlineData("""{"p":{"a":1}}""", """{"p":[1]}""", "Changed p /p")]
    [InlineData("""{"results":[{"arm":"x","n":1},{"arm":"x","n":2}]}""", """{"results":[{"arm":"x","n":1},{"arm":"x","n":3}]}""", "Changed results[x#2].n /results/1/n")]
    public void Each_place_is_named_once(string old, string @new, params string[] expected) =>
        Assert.Equal(expected, DocumentDifferences.Compute(JsonElement.Parse(old), JsonElement.Parse(@new))
            .Select(difference => $"{difference.Kind} {difference.Path} {difference.Pointer}"));

    private static IReadOnlyList<Difference> Compare(Study old, Study @new) =>
        DocumentDifferences.Compute(JsonElement.Parse(CatalogueJson.Write(old)), JsonElement.Parse(CatalogueJson.Write(@new)));
}
