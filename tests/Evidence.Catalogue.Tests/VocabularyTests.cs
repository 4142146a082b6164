using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evidence.Catalogue.Tests;

public partial class VocabularyTests
{
    /// <summary>Terms that are spelt as the world spells them.</summary>
    private static readonly string[] NotKebabCase = ["mg/kg", "clinicaltrials.gov"];

    public static TheoryData<string> Names => [.. Vocabulary.All.Select(vocabulary => vocabulary.Name)];

    [Fact]
    public void Vocabularies_and_members_of_records_name_each_other()
    {
        var marked = Marked(typeof(Study), "").Concat(Marked(typeof(Claim), "claims[].")).Concat(Marked(typeof(ClaimQuestion), "questions[]."));
        var used = Vocabulary.All.SelectMany(vocabulary => vocabulary.UsedBy.Select(path => $"{path}: {vocabulary.Name}"));
        Assert.Equal(marked.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_term_stands_once_and_in_kebab_case(string name)
    {
        var terms = Vocabulary.Get(name).Terms;
        Assert.NotEmpty(terms);
        Assert.Equal(terms.Count, terms.DistinctBy(term => (term.Tool, term.Name)).Count());
        // Domains of bias are named in their tool's own words.
        Assert.DoesNotContain(terms, term => term.Tool is null && !KebabCase().IsMatch(term.Name) && !NotKebabCase.Contains(term.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_term_has_a_label_and_a_meaning_of_one_sentence(string name) => Assert.All(Vocabulary.Get(name).Terms, term =>
    {
        Assert.False(string.IsNullOrWhiteSpace(term.Label));
        Assert.Matches(@"^\P{Ll}.*[^.]\.$", term.Meaning);
        Assert.DoesNotMatch(@"\. \p{Lu}", term.Meaning);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_range_has_two_ends_in_order(string name) => Assert.All(Vocabulary.Get(name).Terms, term =>
    {
        Assert.Equal(term.RangeMin is null, term.RangeMax is null);
        Assert.False(term.RangeMin >= term.RangeMax);
    });

    [Fact]
    public void Domains_of_bias_belong_to_a_tool_and_are_counted_through()
    {
        var tools = Vocabulary.Get("risk-of-bias-tool").Terms.Select(term => term.Name);
        var domains = Vocabulary.Get("risk-of-bias-domain").Terms.GroupBy(term => term.Tool).ToList();
        Assert.Equal(tools.Order(), domains.Select(tool => tool.Key!).Order());
        Assert.All(domains, tool => Assert.Equal(Enumerable.Range(1, tool.Count()), tool.Select(term => term.Order!.Value)));
    }

    private static IEnumerable<string> Marked(Type record, string above) =>
        from property in record.GetProperties()
        let item = FindItemType(property.PropertyType)
        let path = above + JsonNamingPolicy.CamelCase.ConvertName(property.Name) + (item == property.PropertyType ? "" : "[]")
        from mark in property.GetCustomAttribute<VocabularyAttribute>() is { } vocabulary ? [$"{path}: {vocabulary.Name}"]
            : item.Assembly == record.Assembly ? Marked(item, $"{path}.")
            : []
        select mark;

    private static Type FindItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
