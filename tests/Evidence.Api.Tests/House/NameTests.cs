using System.Text.Json;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.House;

/// <summary>The words of the code, as far as a program can check them.</summary>
[Trait("Lane", "fast")]
public sealed partial class NameTests
{
    private const int MinWordsOfASummary = 4;

    /// <summary>Names of the constants of the vocabularies, which follow from the terms of records.</summary>
    private static readonly HashSet<string> OfTerms =
        [.. typeof(Catalogue.Vocabularies.Terms).GetNestedTypes().SelectMany(vocabulary => vocabulary.GetFields()).Select(field => field.Name)];

    /// <summary>Members that together tell of a concept, whatever its schema is called: a text about one place of the input.</summary>
    private static readonly string[][] Concepts = [["pointer", "message"], ["pointer", "detail"]];

    /// <summary>Parts of a schema that describe and do not constrain.</summary>
    private static readonly string[] Said = ["description", "example", "examples", "title", "default"];

    [Fact]
    public void No_method_is_called_Of() =>
        Assert.Empty(SourceAssemblies.Names.SelectMany(Identifiers.Methods).Where(method => method.Name is "Of" or "OfAsync" or "TryOf").Select(method => $"{method.Type}.{method.Name}").Distinct());

    [Fact]
    public void No_identifier_begins_with_a_superlative() =>
        Assert.Empty(SourceAssemblies.Names.SelectMany(Identifiers.All).Where(pair => Superlative().IsMatch(pair.Name) && !OfTerms.Contains(pair.Name)).Select(pair => $"{pair.Type}: {pair.Name}").Distinct());

    [Fact]
    public void No_two_types_have_the_same_name() =>
        Assert.Empty(SourceAssemblies.Names.SelectMany(Identifiers.OutermostTypes).Where(type => type.Name is not "_Imports")
            .GroupBy(type => type.Name).Where(same => same.Count() > 1).Select(same => string.Join(" and ", same.Select(type => $"{type.Namespace}.{type.Name}"))));

    [Fact]
    public void No_summary_is_shorter_than_a_sentence() =>
        Assert.Empty(SourceAssemblies.Names.SelectMany(Sources).SelectMany(file => Summary().Matches(Uncommented(DocComments(file)))
            .Select(match => match.Groups[1].Value.Trim())
            .Where(text => Tag().Replace(text, " word ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < MinWordsOfASummary)
            .Select(text => $"{Path.GetRelativePath(Repository.Root, file)}: {text}")));

    /// <summary>The doc comments of a file: a page has elements of HTML that are called summary too.</summary>
    private static string DocComments(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal)));

    [Fact]
    public void No_comment_says_nothing_for_null() =>
        Assert.Empty(SourceAssemblies.Names.SelectMany(Sources).SelectMany(file => Comments(File.ReadAllText(file)).Where(comment => NothingFor().IsMatch(comment))
            .Select(comment => $"{Path.GetRelativePath(Repository.Root, file)}: {comment}")));

    [Theory]
    [InlineData("openapi/evidence.v1.json")]
    [InlineData("openapi/evidence.v1.oas30.json")]
    public void No_concept_has_two_schemas(string document)
    {
        var schemas = JsonElement.Parse(File.ReadAllText(Repository.At(document))).GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .Select(schema => (schema.Name, Members: schema.Value.GetProperty("properties").EnumerateObject().ToDictionary(member => member.Name, member => Shape(member.Value))))
            .ToList();
        var same = schemas.GroupBy(schema => string.Join(", ", schema.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {member.Value}")))
            .Concat(schemas.Where(schema => Concepts.Any(concept => concept.All(schema.Members.ContainsKey))).GroupBy(_ => "a text about one place of the input"))
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(schema => schema.Name))}: {group.Key}");

        Assert.True(schemas.Count > 20, "the document was not read");
        Assert.Empty(same);
    }

    [Fact]
    public void Every_kind_of_name_is_seen()
    {
        var here = typeof(NameTests).Assembly.GetName().Name!;
        var names = Identifiers.All(here).Select(pair => pair.Name).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "SeenType`1", "TSeen", "SeenConstant", "SeenProperty", "seenParameter", "seenLocalConstant", "seenLocal", "SeenLocalFunction", "SeenIterator",
                "seenInIterator", "seenInLambda",
            },
            names);
        Assert.Contains(("SeenType`1", "Of"), Identifiers.Methods(here));
        Assert.Contains(("Evidence.Api.Tests.House", nameof(NameTests)), Identifiers.OutermostTypes(here));
        Assert.Matches(Superlative(), "MostStreams");
        Assert.Matches(Superlative(), "longestRun");
        Assert.DoesNotMatch(Superlative(), "Mostly");
        Assert.Equal(["Empty; nothing where it is absent."], Comments("// Empty; nothing\n  // where it is absent.\n").Where(comment => NothingFor().IsMatch(comment)));
    }

    private static IEnumerable<string> Sources(string assembly) =>
        Repository.CSharpFiles($"src/{assembly}")
            .Concat(Repository.Folders(Repository.At($"src/{assembly}")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.razor")));

    /// <summary>Returns what a member is, without what is said of it.</summary>
    private static string Shape(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", schema.EnumerateObject().Where(part => !Said.Contains(part.Name)).Select(part => part.Name + ":" + Shape(part.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", schema.EnumerateArray().Select(Shape)) + "]",
        _ => schema.GetRawText(),
    };

    private static string Uncommented(string text) => CommentMark().Replace(text, "");

    /// <summary>Returns each comment as one line, however many lines it stands on.</summary>
    private static IEnumerable<string> Comments(string text) =>
        Comment().Matches(text).Select(match => Blank().Replace(CommentMark().Replace(match.Value, " "), " ").Trim());

    [GeneratedRegex("^(Most|Longest|Fewest|Least)(?![a-z])|^(most|longest|fewest|least)(?=[A-Z])")]
    private static partial Regex Superlative();

    [GeneratedRegex("<summary>(.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bnothing (where|after)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NothingFor();

    /// <summary>Lines of // or /// one below the other, the end of a line behind code, or a block of Razor's or C#'s.</summary>
    [GeneratedRegex(@"(?:^[ \t]*//[^\n]*\n?)+|(?<=\s)//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("^[ \t]*///?", RegexOptions.Multiline)]
    private static partial Regex CommentMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
