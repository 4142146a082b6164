using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Curate.Fields;

/// <summary>What a member of a record takes.</summary>
public enum FieldKind
{
    /// <summary>A text of one line.</summary>
    Text,

    /// <summary>Several texts.</summary>
    Texts,

    /// <summary>A term of a vocabulary.</summary>
    Term,

    /// <summary>Several terms of a vocabulary.</summary>
    Terms,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A decimal number, which keeps its digits.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    YesOrNo,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A record inside the record.</summary>
    Record,

    /// <summary>A list of records.</summary>
    Records,
}

/// <summary>A member of a record as a form shows it. It is read from the record's type, so that a new member is a new field.</summary>
public sealed partial record FieldShape
{
    private const int LongText = 60;

    private static readonly string[] Abbreviations = ["ci", "doi", "id", "n", "p", "pmcid", "pmid", "sd", "se", "url"];

    /// <summary>What tells one item of a list from the others; of lists that are not named here the first three members.</summary>
    private static readonly Dictionary<Type, string[]> TellingMembers = new()
    {
        [typeof(Arm)] = ["label", "id"],
        [typeof(Outcome)] = ["domain", "instrument", "term", "subgroup", "timeHours"],
        [typeof(OnsetFinding)] = ["definition", "instrument", "hours"],
    };

    /// <summary>The study.</summary>
    public static FieldShape Study { get; } = new()
    {
        Name = "",
        Path = "",
        Label = "Study",
        Kind = FieldKind.Record,
        IsRequired = true,
        Hint = "",
        Members = MembersOf(typeof(Study), ""),
    };

    /// <summary>Name of the member.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands, without the numbers of items.</summary>
    public required string Path { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }

    /// <summary>What it takes.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether every record has it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What it means.</summary>
    public required string Hint { get; init; }

    /// <summary>The vocabulary of its terms.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Whether it takes more than a few words.</summary>
    public bool IsLong { get; init; }

    /// <summary>Of a list of records: what one of them is called.</summary>
    public string Item { get; init; } = "";

    /// <summary>Of a record or a list of records: the members.</summary>
    public IReadOnlyList<FieldShape> Members { get; init; } = [];

    /// <summary>Of a list of records: the members that tell the items apart.</summary>
    public IReadOnlyList<FieldShape> Telling { get; init; } = [];

    /// <summary>Whether it has members of its own.</summary>
    public bool IsGroup => Kind is FieldKind.Record or FieldKind.Records;

    /// <summary>The member of that name.</summary>
    public FieldShape? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <summary>How many fields a form has for what was typed.</summary>
    public int Count(Typed? typed) => Kind switch
    {
        FieldKind.Record => typed is null && !IsRequired ? 0 : Members.Sum(member => member.Count(typed?.At(member.Name))),
        FieldKind.Records => typed?.Items.Sum(item => Members.Sum(member => member.Count(item.At(member.Name)))) ?? 0,
        FieldKind.Terms => typed?.Texts.Count ?? 0,
        _ => 1,
    };

    private static FieldShape[] MembersOf(Type type, string path) =>
        [.. CatalogueJson.Options.GetTypeInfo(type).Properties.Select(property => Of(property, $"{path}/{property.Name}"))];

    private static FieldShape Of(JsonPropertyInfo property, string path)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = CatalogueJson.Options.GetTypeInfo(type).ElementType;
        var member = (PropertyInfo)property.AttributeProvider!;
        var vocabulary = member.GetCustomAttribute<VocabularyAttribute>()?.Name;
        var kind = KindOf(type, item, vocabulary is not null);
        var inner = kind is FieldKind.Record or FieldKind.Records ? MembersOf(item ?? type, path) : [];
        var example = kind is FieldKind.Text or FieldKind.Number or FieldKind.WholeNumber ? XmlDocs.ExampleOf(member) : "";
        return new FieldShape
        {
            Name = property.Name,
            Path = path,
            Label = InWords(property.Name),
            Kind = kind,
            IsRequired = property.IsRequired,
            Hint = HintOf(XmlDocs.SummaryOf(member), kind, example),
            Vocabulary = vocabulary,
            IsLong = example.Length > LongText,
            Item = kind == FieldKind.Records ? InWords(item!.Name) : "",
            Members = inner,
            Telling = kind == FieldKind.Records ? TellingOf(item!, inner) : [],
        };
    }

    private static FieldKind KindOf(Type type, Type? item, bool hasTerms) => (item ?? type) switch
    {
        var text when text == typeof(string) => (item is null, hasTerms) switch
        {
            (true, false) => FieldKind.Text,
            (true, true) => FieldKind.Term,
            (false, false) => FieldKind.Texts,
            (false, true) => FieldKind.Terms,
        },
        _ when item is not null => FieldKind.Records,
        var number when number == typeof(int) => FieldKind.WholeNumber,
        var number when number == typeof(decimal) => FieldKind.Number,
        var truth when truth == typeof(bool) => FieldKind.YesOrNo,
        var day when day == typeof(DateOnly) => FieldKind.Date,
        _ => FieldKind.Record,
    };

    private static string HintOf(string summary, FieldKind kind, string example) => kind switch
    {
        FieldKind.Texts => $"{summary} One a line.",
        _ when example.Length is 0 or > LongText => summary,
        _ => $"{summary} For example: {example}",
    };

    private static FieldShape[] TellingOf(Type item, FieldShape[] members) =>
        TellingMembers.TryGetValue(item, out var names)
            ? [.. names.Select(name => members.Single(member => member.Name == name))]
            : [.. members.Where(member => !member.IsGroup).Take(3)];

    /// <summary><c>timeFromLastDoseHours</c> is <c>Time from last dose hours</c>.</summary>
    private static string InWords(string name)
    {
        var words = Capital().Replace(name, " $0").TrimStart().ToLowerInvariant().Split(' ')
            .Select(word => Abbreviations.Contains(word) ? word.ToUpperInvariant() : word);
        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
