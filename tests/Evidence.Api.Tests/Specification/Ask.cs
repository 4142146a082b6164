using System.Globalization;

namespace Evidence.Api.Tests.Specification;

/// <summary>A question as a user puts it: parameters by name. Nothing here is known to the program that answers it.</summary>
internal sealed record Ask(IReadOnlyDictionary<string, string[]> Values)
{
    public static Ask Nothing { get; } = new(new Dictionary<string, string[]>());

    /// <summary>Lists are written with commas, else by repeating the parameter: both mean the same.</summary>
    public bool WithCommas { get; init; } = true;

    public bool Has(string name) => Values.ContainsKey(name);

    public Ask With(string name, params string[] values) =>
        this with { Values = new Dictionary<string, string[]>(Values) { [name] = values } };

    public Ask Without(params string[] names) =>
        this with { Values = Values.Where(pair => !names.Contains(pair.Key)).ToDictionary() };

    /// <summary>What each excluding parameter takes away: the answer to its twin, asked alone.</summary>
    public IEnumerable<Ask> Excluded =>
        Values.Where(pair => pair.Key.StartsWith("exclude", StringComparison.Ordinal))
            .Select(pair => Nothing.With(Including(pair.Key), pair.Value));

    /// <summary>Whether the value is one that is asked for; a missing one never is.</summary>
    public bool IsOneOf(string name, string? value) => !Has(name) || (value is not null && Values[name].Contains(value));

    public bool HasOneOf(string name, IEnumerable<string> values) => !Has(name) || values.Any(value => IsOneOf(name, value));

    public bool IsAtLeast(string name, decimal? value) => !Has(name) || value >= Number(name);

    public bool IsAtMost(string name, decimal? value) => !Has(name) || value <= Number(name);

    public bool Is(string name, bool value) => IsOneOf(name, value ? "true" : "false");

    /// <summary>The query string.</summary>
    public override string ToString() => string.Join('&', Values.SelectMany(pair => WithCommas
        ? [$"{pair.Key}={string.Join(',', pair.Value.Select(Uri.EscapeDataString))}"]
        : pair.Value.Select(value => $"{pair.Key}={Uri.EscapeDataString(value)}")));

    private decimal Number(string name) => decimal.Parse(Values[name].Single(), CultureInfo.InvariantCulture);

    private static string Including(string excluding) =>
        char.ToLowerInvariant(excluding["exclude".Length]) + excluding[("exclude".Length + 1)..];
}
