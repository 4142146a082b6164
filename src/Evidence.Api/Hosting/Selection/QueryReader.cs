using System.Globalization;
using System.Net;
using System.Text;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Selection;

/// <summary>Reads a query string against the parameters that an operation takes. Whatever is not understood is refused, with what is allowed.</summary>
public static class QueryReader
{
    /// <summary>Most errors that are reported: a hostile query must not make a long answer.</summary>
    public const int MostErrors = 20;

    private const int MostShown = 100;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The values, or every error that the query has.</summary>
    public static (QueryValues Values, IReadOnlyList<ParameterError> Errors) Read(string? queryString, IReadOnlyList<Parameter> parameters)
    {
        var errors = new List<ParameterError>();
        var raw = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Take(pair, raw, errors);

        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, given) in raw.TakeWhile(_ => errors.Count < MostErrors))
        {
            var parameter = parameters.FirstOrDefault(parameter => parameter.Name == name);
            if (parameter is null)
                errors.Add(Unknown(name, parameters));
            else if (ReadOne(parameter, given, errors) is { } value)
                values[name] = value;
        }

        foreach (var parameter in parameters.Where(parameter => parameter.IsFilledIn && !raw.ContainsKey(parameter.Name)))
            values[parameter.Name] = ReadOne(parameter, [parameter.Default!], errors)!;
        errors.AddRange(parameters
            .Where(parameter => parameter.Required && !raw.ContainsKey(parameter.Name))
            .Select(parameter => new ParameterError(parameter.Name, $"is missing: {parameter.Description}")));
        return (new QueryValues(values), [.. errors.Take(MostErrors)]);
    }

    /// <summary>What a client sent, as messages repeat it: its beginning, where it is long.</summary>
    public static string Shown(string given) => given.Length > MostShown ? given[..MostShown] + "…" : given;

    private static void Take(string pair, Dictionary<string, List<string>> raw, List<ParameterError> errors)
    {
        var split = pair.IndexOf('=', StringComparison.Ordinal);
        var name = Decode(split < 0 ? pair : pair[..split]);
        var value = split < 0 ? "" : Decode(pair[(split + 1)..]);
        if (name is null)
            errors.Add(new ParameterError("", "A parameter's name is not UTF-8."));
        else if (name.Length == 0)
            errors.Add(new ParameterError("", "A parameter has no name before its equals sign."));
        else if (value is null)
            errors.Add(new ParameterError(Shown(name), "is not UTF-8: a percent escape stands for a byte that belongs to no character."));
        else if (value.Any(char.IsControl))
            errors.Add(new ParameterError(Shown(name), "holds a control character."));
        else if (raw.TryGetValue(name, out var given))
            given.Add(value);
        else
            raw[name] = [value];
    }

    private static string? Decode(string text)
    {
        try
        {
            var encoded = Encoding.UTF8.GetBytes(text);
            return StrictUtf8.GetString(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static object? ReadOne(Parameter parameter, List<string> given, List<ParameterError> errors)
    {
        if (!parameter.IsList && given.Count > 1)
            return Refuse(errors, parameter, $"is given {given.Count} times; it takes one value.");
        var parts = parameter.IsList ? given.SelectMany(value => value.Split(',')).Select(part => part.Trim()).ToArray() : [.. given];
        if (parts.Any(string.IsNullOrWhiteSpace))
            return Refuse(errors, parameter, "has an empty value; leave the parameter out, or give a value.", parameter.Allowed);
        if (parts.Length > Parameter.MostValues)
            return Refuse(errors, parameter, $"has {parts.Length} values; at most {Parameter.MostValues} are taken.");
        if (parts.FirstOrDefault(part => part.Length > parameter.Longest) is { } tooLong)
            return Refuse(errors, parameter, $"is {tooLong.Length} characters long; at most {parameter.Longest} are taken.");
        return parameter.Kind switch
        {
            ParameterKind.Terms => Listed(parameter, Terms(parameter, parts, errors)),
            ParameterKind.Term => Terms(parameter, parts, errors)?[0],
            ParameterKind.Words => Listed(parameter, [.. parts.Distinct()]),
            ParameterKind.Text => parts[0],
            ParameterKind.WholeNumber => WholeNumber(parameter, parts[0], errors),
            ParameterKind.Number => Number(parameter, parts[0], errors),
            ParameterKind.RisingNumbers => RisingNumbers(parameter, parts, errors),
            ParameterKind.Flag => Flag(parameter, parts[0], errors),
            _ => throw new InvalidOperationException($"No reader for {parameter.Kind}."),
        };
    }

    private static object? Listed(Parameter parameter, string[]? words) =>
        words is not null && parameter.IsRanked ? new RankedWords(words) : words;

    private static string[]? Terms(Parameter parameter, string[] parts, List<ParameterError> errors)
    {
        var unknown = parts.Distinct().Where(part => !parameter.Allowed.Contains(part)).Take(MostErrors).ToList();
        errors.AddRange(unknown.Select(term =>
            new ParameterError(parameter.Name, $"'{Shown(term)}' is not a term of this parameter.", parameter.Allowed, Nearest.Of(term, parameter.Allowed))));
        return unknown.Count == 0 ? [.. parts.Distinct()] : null;
    }

    private static object? WholeNumber(Parameter parameter, string text, List<ParameterError> errors) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= parameter.Minimum && number <= parameter.Maximum
            ? number
            : Refuse(errors, parameter, $"'{Shown(text)}' is not a whole number from {parameter.Minimum} to {parameter.Maximum}.");

    private static object? Number(Parameter parameter, string text, List<ParameterError> errors) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= parameter.Minimum && number <= parameter.Maximum
            ? number
            : Refuse(errors, parameter, $"'{Shown(text)}' is not a number from {parameter.Minimum} to {parameter.Maximum} with a decimal point.");

    private static object? RisingNumbers(Parameter parameter, string[] parts, List<ParameterError> errors)
    {
        var numbers = new List<decimal>();
        foreach (var part in parts)
        {
            if (Number(parameter, part, errors) is not decimal number)
                return null;
            if (numbers.Count > 0 && number <= numbers[^1])
                return Refuse(errors, parameter, $"has {number} after {numbers[^1]}; each number must be above the one before.");
            numbers.Add(number);
        }

        return numbers.ToArray();
    }

    private static object? Flag(Parameter parameter, string text, List<ParameterError> errors) => text switch
    {
        "true" => true,
        "false" => false,
        _ => Refuse(errors, parameter, $"'{Shown(text)}' is neither true nor false.", ["true", "false"]),
    };

    private static object? Refuse(List<ParameterError> errors, Parameter parameter, string detail, IReadOnlyList<string>? allowed = null)
    {
        errors.Add(new ParameterError(parameter.Name, detail, allowed is { Count: > 0 } ? allowed : null));
        return null;
    }

    private static ParameterError Unknown(string name, IReadOnlyList<Parameter> parameters)
    {
        var names = parameters.Select(parameter => parameter.Name).ToList();
        return new ParameterError(Shown(name), "is not a parameter of this operation.", names, Nearest.Of(name, names));
    }
}
