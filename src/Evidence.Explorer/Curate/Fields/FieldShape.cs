using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Evidence.Catalogue;
using Evidence.Store.Documentation;

namespace Evidence.Explorer.Curate.Fields;

/// <summary>What a member of a record takes.</summary>
public enum FieldKind
{
    /// <summary>The field holds a text of one line.</summary>
    Text,

    /// <summary>The field holds several texts.</summary>
    Texts,

    /// <summary>The field holds a term of a vocabulary.</summary>
    Term,

    /// <summary>The field holds several terms of a vocabulary.</summary>
    Terms,

    /// <summary>The field holds a whole number.</summary>
    WholeNumber,

    /// <summary>The field holds a decimal number, which keeps its digits.</summary>
    Number,

    /// <summary>The field holds yes or no.</summary>
    YesOrNo,

    /// <summary>The field holds a day.</summary>
    Date,

    /// <summary>A record inside the record.</summary>
    Record,

    /// <summary>A list of records.</summary>
    Records,
}

/// <summary>A member of a record as a form shows it. It is read from the record's type, so that a new member is a new field.</summary>
public sealed partial record FieldShape
{
    private const int LongTextLength = 60;

    private static readonly string[] Abbreviations = ["ci", "doi", "id", "n", "p", "pmcid", "pmid", "sd", "se", "url"];

    /// <summary>The members that distinguish the items of a list; for lists that are not named here the first three.</summary>
    private static readonly Dictionary<Type, string[]> DistinguishingMembers = new()
    {
        [typeof(Arm)] = ["label", "id"],
        [typeof(Outcome)] = ["domain", "instrument", "term", "subgroup", "timeHours"],
        [typeof(OnsetFinding)] = ["definition", "instrument", "hours"],
    };

    /// <summary>The shape of a study.</summary>
    public static FieldShape Study { get; } = new()
    {
        Name = "",
        Path = "",
        Label = "Study",
        Kind = FieldKind.Record,
        IsRequired = true,
        Hint = "",
        Members = GetMembers(typeof(Study), ""),
    };

    /// <summary>Name of the member.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the record, without the numbers of items.</summary>
    public required string Path { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }

    /// <summary>Kind of value that it takes.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether every record has it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Explanation of the member, with an example.</summary>
    public required string Hint { get; init; }

    /// <summary>The vocabulary of its terms.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Whether it takes more than a few words.</summary>
    public bool IsLong { get; init; }

    /// <summary>Name of one item, if it is a list of records.</summary>
    public string Item { get; init; } = "";

    /// <summary>The members, if it is a record or a list of records.</summary>
    public IReadOnlyList<FieldShape> Members { get; init; } = [];

    /// <summary>The members that distinguish the items, if it is a list of records.</summary>
    public IReadOnlyList<FieldShape> Distinguishing { get; init; } = [];

    /// <summary>Whether it has members of its own.</summary>
    public bool IsGroup => Kind is FieldKind.Record or FieldKind.Records;

    /// <summary>Returns the member of a name, or null if there is none.</summary>
    public FieldShape? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <summary>Counts the fields that a form has for values.</summary>
    public int CountFields(FieldValues? values) => Kind switch
    {
        FieldKind.Record => values is null && !IsRequired ? 0 : Members.Sum(member => member.CountFields(values?.Find(member.Name))),
        FieldKind.Records => values?.Items.Sum(item => Members.Sum(member => member.CountFields(item.Find(member.Name)))) ?? 0,
        FieldKind.Terms => values?.Texts.Count ?? 0,
        _ => 1,
    };

    private static FieldShape[] GetMembers(Type type, string path) =>
        [.. CatalogueJson.Options.GetTypeInfo(type).Properties.Select(property => FromProperty(property, $"{path}/{property.Name}"))];

    private static FieldShape FromProperty(JsonPropertyInfo property, string path)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = CatalogueJson.Options.GetTypeInfo(type).ElementType;
        var member = (PropertyInfo)property.AttributeProvider!;
        var vocabulary = member.GetCustomAttribute<VocabularyAttribute>()?.Name;
        var kind = GetKind(type, item, vocabulary is not null);
        var inner = kind is FieldKind.Record or FieldKind.Records ? GetMembers(item ?? type, path) : [];
        var example = kind is FieldKind.Text or FieldKind.Number or FieldKind.WholeNumber ? MemberDocumentation.GetExample(member) : "";
        return new FieldShape
        {
            Name = property.Name,
            Path = path,
            Label = SplitName(property.Name),
            Kind = kind,
            IsRequired = property.IsRequired,
            Hint = FormatHint(MemberDocumentation.GetSummary(member), kind, example),
            Vocabulary = vocabulary,
            IsLong = example.Length > LongTextLength,
            Item = kind == FieldKind.Records ? SplitName(item!.Name) : "",
            Members = inner,
            Distinguishing = kind == FieldKind.Records ? GetDistinguishing(item!, inner) : [],
        };
    }

    private static FieldKind GetKind(Type type, Type? item, bool hasTerms) => (item ?? type) switch
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

    private static string FormatHint(string summary, FieldKind kind, string example) => kind switch
    {
        FieldKind.Texts => $"{summary} One a line.",
        _ when example.Length is 0 or > LongTextLength => summary,
        _ => $"{summary} For example: {example}",
    };

    private static FieldShape[] GetDistinguishing(Type item, FieldShape[] members) =>
        DistinguishingMembers.TryGetValue(item, out var names)
            ? [.. names.Select(name => members.Single(member => member.Name == name))]
            : [.. members.Where(member => !member.IsGroup).Take(3)];

    /// <summary><c>timeFromLastDoseHours</c> is <c>Time from last dose hours</c>.</summary>
    private static string SplitName(string name)
    {
        var words = Capital().Replace(name, " $0").TrimStart().ToLowerInvariant().Split(' ')
            .Select(word => Abbreviations.Contains(word) ? word.ToUpperInvariant() : word);
        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
