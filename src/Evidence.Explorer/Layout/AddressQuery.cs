using System.Globalization;
using Evidence.Store.Selection;

namespace Evidence.Explorer.Layout;

/// <summary>The values of a query as an address spells them, to be changed by a pair and written again.</summary>
/// <param name="Pairs">Name and value; a name may occur several times.</param>
public sealed record AddressQuery(IReadOnlyList<(string Name, string Value)> Pairs)
{
    /// <summary>Converts checked values; the revision is left out, because <see cref="PageFrame.Link"/> adds it.</summary>
    public static AddressQuery FromValues(QueryValues values) => new(
        [.. from name in values.Names where name != "revision" from value in Spell(values.Value(name)) select (name, value)]);

    /// <summary>Returns whether the query has the pair.</summary>
    public bool Has(string name, string value) => Pairs.Contains((name, value));

    /// <summary>Returns the values of a name.</summary>
    public IEnumerable<string> Values(string name) => Pairs.Where(pair => pair.Name == name).Select(pair => pair.Value);

    /// <summary>Returns the same query without some names.</summary>
    public AddressQuery Without(params IReadOnlyCollection<string> names) => new([.. Pairs.Where(pair => !names.Contains(pair.Name))]);

    /// <summary>Returns the same query without one pair.</summary>
    public AddressQuery Without((string Name, string Value) removed) => new([.. Pairs.Where(pair => pair != removed)]);

    /// <summary>Returns the same query with one pair instead of those of its name.</summary>
    public AddressQuery With(string name, string value) => new([.. Without(name).Pairs, (name, value)]);

    /// <summary>Returns the address of a path with this query.</summary>
    public string At(string path) => Pairs.Count == 0 ? path : $"{path}?{this}";

    /// <inheritdoc />
    public override string ToString() => string.Join('&', Pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value).Replace("%2C", ",", StringComparison.Ordinal)}"));

    private static string[] Spell(object value) => value switch
    {
        RankedWords ranked => [string.Join(',', ranked.Words)],
        string[] list => list,
        decimal[] numbers => [string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))],
        bool flag => [flag ? "true" : "false"],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };
}
