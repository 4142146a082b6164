using System.Globalization;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Explorer.Frame;

/// <summary>The values of a query as an address spells them, to be changed by a pair and written again.</summary>
/// <param name="Pairs">Name and value; a name may come several times.</param>
public sealed record AddressQuery(IReadOnlyList<(string Name, string Value)> Pairs)
{
    /// <summary>The values without the revision, which <see cref="PageFrame.Link"/> adds.</summary>
    public static AddressQuery Of(QueryValues values) => new(
        [.. from name in values.Names where name != "revision" from value in Spell(values.Value(name)) select (name, value)]);

    /// <summary>Whether the pair is among them.</summary>
    public bool Has(string name, string value) => Pairs.Contains((name, value));

    /// <summary>The values of a name.</summary>
    public IEnumerable<string> Of(string name) => Pairs.Where(pair => pair.Name == name).Select(pair => pair.Value);

    /// <summary>The same without some names.</summary>
    public AddressQuery Without(params IReadOnlyCollection<string> names) => new([.. Pairs.Where(pair => !names.Contains(pair.Name))]);

    /// <summary>The same without one pair.</summary>
    public AddressQuery Without((string Name, string Value) gone) => new([.. Pairs.Where(pair => pair != gone)]);

    /// <summary>The same with one pair instead of those of its name.</summary>
    public AddressQuery With(string name, string value) => new([.. Without(name).Pairs, (name, value)]);

    /// <summary>An address with these values.</summary>
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
