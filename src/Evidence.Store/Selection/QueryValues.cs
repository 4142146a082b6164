using System.Globalization;

namespace Evidence.Store.Selection;

/// <summary>Holds the checked values of a query: a list of texts, a text, a number, several numbers, or a flag for each given parameter.</summary>
public sealed class QueryValues(IReadOnlyDictionary<string, object> values)
{
    /// <summary>Gets the values of an empty query, which filters no rows.</summary>
    public static QueryValues None { get; } = new(new Dictionary<string, object>());

    /// <summary>Gets the names of the given parameters.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Returns whether the parameter was given.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Returns the value as the database takes it: text[], text, numeric, bigint or boolean.</summary>
    public object Value(string name) => values[name];

    /// <summary>Returns the text, or null if the parameter was not given.</summary>
    public string? Text(string name) => values.TryGetValue(name, out var value) ? (string)value : null;

    /// <summary>Returns the whole number, or null if the parameter was not given.</summary>
    public long? WholeNumber(string name) => values.TryGetValue(name, out var value) ? (long)value : null;

    /// <summary>Returns whether the flag was given and is true.</summary>
    public bool Flag(string name) => values.TryGetValue(name, out var value) && (bool)value;

    /// <summary>Returns the number, or null if the parameter was not given.</summary>
    public decimal? Number(string name) => values.TryGetValue(name, out var value) ? (decimal)value : null;

    /// <summary>Returns the rising numbers; empty if the parameter was not given.</summary>
    public IReadOnlyList<decimal> Numbers(string name) => values.TryGetValue(name, out var value) ? (decimal[])value : [];

    /// <summary>Returns the terms or words, each once; empty if the parameter was not given.</summary>
    public IReadOnlyList<string> List(string name) => values.TryGetValue(name, out var value) switch
    {
        false => [],
        true when value is RankedWords ranked => ranked.Words,
        true => (string[])value!,
    };

    /// <summary>Returns the values without those of some parameters.</summary>
    public QueryValues Without(params IReadOnlyCollection<string> names) =>
        new(values.Where(pair => !names.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Returns the values of these parameters alone.</summary>
    public QueryValues Only(IReadOnlyCollection<Parameter> parameters) =>
        new(values.Where(pair => parameters.Any(parameter => parameter.Name == pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Returns the values with one more added.</summary>
    public QueryValues With(string name, object value) => new(new Dictionary<string, object>(values) { [name] = value });

    /// <summary>Returns the query in one canonical spelling: names sorted, lists sorted, numbers without needless digits.</summary>
    public string Normalized() =>
        string.Join('&', values
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(Spell(pair.Value))}"));

    private static string Spell(object value) => value switch
    {
        RankedWords ranked => string.Join(',', ranked.Words),
        string[] list => string.Join(',', list.Order(StringComparer.Ordinal)),
        decimal[] numbers => string.Join(',', numbers.Select(number => Spell(number))),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

/// <summary>Holds words whose order means something, such as the keys of a sort.</summary>
/// <param name="Words">The words, each once, the first weighing most.</param>
public sealed record RankedWords(IReadOnlyList<string> Words);
