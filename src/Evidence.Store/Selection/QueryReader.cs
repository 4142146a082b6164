using System.Globalization;
using System.Net;
using System.Text;
using Evidence.Catalogue;

namespace Evidence.Store.Selection;

/// <summary>Parses a query string against the parameters of an operation. Anything unknown is refused, and the error names what is allowed.</summary>
public static class QueryReader
{
    /// <summary>Specifies the maximum number of reported errors: a hostile query must not make a long response.</summary>
    public const int MaxErrors = 20;

    private const int MaxQuotedLength = 100;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Parses and checks a query string against the parameters that an operation takes; fails with every error that it has.</summary>
    public static Result<QueryValues> Parse(string? queryString, IReadOnlyList<Parameter> parameters)
    {
        var (values, errors) = Read(queryString, parameters);
        if (errors.Count == 0)
            errors = ParameterCombinations.Check(values);
        return errors.Count == 0 ? values : ToError(errors, parameters);
    }

    /// <summary>Converts errors in a query to one error: of an unknown parameter if every one of them is, else of an invalid one.</summary>
    public static Error ToError(IReadOnlyList<ErrorDetail> errors, IReadOnlyList<Parameter> parameters)
    {
        var onlyUnknown = errors.All(error => parameters.All(parameter => parameter.Name != error.Parameter));
        var error = new Error(onlyUnknown ? ErrorKind.UnknownParameter : ErrorKind.InvalidParameter, errors);
        return errors.Count == MaxErrors ? error with { Message = $"{error.Message} Only the first {MaxErrors} errors are listed." } : error;
    }

    /// <summary>Reads the values of a query together with its errors, for forms that show both.</summary>
    public static (QueryValues Values, IReadOnlyList<ErrorDetail> Errors) Read(string? queryString, IReadOnlyList<Parameter> parameters)
    {
        var errors = new List<ErrorDetail>();
        var raw = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Take(pair, raw, errors);

        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, given) in raw.TakeWhile(_ => errors.Count < MaxErrors))
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
            .Select(parameter => new ErrorDetail(parameter.Name, $"is missing: {parameter.Description}")));
        return (new QueryValues(values), [.. errors.Take(MaxErrors)]);
    }

    /// <summary>Returns a client's text as messages quote it: only its beginning if it is long.</summary>
    public static string Truncate(string given) => given.Length > MaxQuotedLength ? given[..MaxQuotedLength] + "…" : given;

    private static void Take(string pair, Dictionary<string, List<string>> raw, List<ErrorDetail> errors)
    {
        var split = pair.IndexOf('=', StringComparison.Ordinal);
        var name = Decode(split < 0 ? pair : pair[..split]);
        var value = split < 0 ? "" : Decode(pair[(split + 1)..]);
        if (name is null)
            errors.Add(new ErrorDetail("", "A parameter's name is not UTF-8."));
        else if (name.Length == 0)
            errors.Add(new ErrorDetail("", "A parameter has no name before its equals sign."));
        else if (value is null)
            errors.Add(new ErrorDetail(Truncate(name), "is not UTF-8: a percent escape stands for a byte that belongs to no character."));
        else if (value.Any(char.IsControl))
            errors.Add(new ErrorDetail(Truncate(name), "holds a control character."));
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

    private static object? ReadOne(Parameter parameter, List<string> given, List<ErrorDetail> errors)
    {
        if (!parameter.IsList && given.Count > 1)
            return Refuse(errors, parameter, $"is given {given.Count} times; it takes one value.");
        var parts = parameter.IsList ? given.SelectMany(value => value.Split(',')).Select(part => part.Trim()).ToArray() : [.. given];
        if (parts.Any(string.IsNullOrWhiteSpace))
            return Refuse(errors, parameter, "has an empty value; leave the parameter out, or give a value.", parameter.Allowed);
        if (parts.Length > Parameter.MaxValues)
            return Refuse(errors, parameter, $"has {parts.Length} values; at most {Parameter.MaxValues} are taken.");
        if (parts.FirstOrDefault(part => part.Length > parameter.MaxLength) is { } tooLong)
            return Refuse(errors, parameter, $"is {tooLong.Length} characters long; at most {parameter.MaxLength} are taken.");
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
        };
    }

    private static object? Listed(Parameter parameter, string[]? words) =>
        words is not null && parameter.IsRanked ? new RankedWords(words) : words;

    private static string[]? Terms(Parameter parameter, string[] parts, List<ErrorDetail> errors)
    {
        var unknown = parts.Distinct().Where(part => !parameter.Allowed.Contains(part)).Take(MaxErrors).ToList();
        errors.AddRange(unknown.Select(term =>
            new ErrorDetail(parameter.Name, $"'{Truncate(term)}' is not a term of this parameter.", parameter.Allowed, Nearest.Find(term, parameter.Allowed))));
        return unknown.Count == 0 ? [.. parts.Distinct()] : null;
    }

    private static object? WholeNumber(Parameter parameter, string text, List<ErrorDetail> errors) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= parameter.Minimum && number <= parameter.Maximum
            ? number
            : Refuse(errors, parameter, $"'{Truncate(text)}' is not a whole number from {parameter.Minimum} to {parameter.Maximum}.");

    private static object? Number(Parameter parameter, string text, List<ErrorDetail> errors) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= parameter.Minimum && number <= parameter.Maximum
            ? number
            : Refuse(errors, parameter, $"'{Truncate(text)}' is not a number from {parameter.Minimum} to {parameter.Maximum} with a decimal point.");

    private static object? RisingNumbers(Parameter parameter, string[] parts, List<ErrorDetail> errors)
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

    private static object? Flag(Parameter parameter, string text, List<ErrorDetail> errors) => text switch
    {
        "true" => true,
        "false" => false,
        _ => Refuse(errors, parameter, $"'{Truncate(text)}' is neither true nor false.", ["true", "false"]),
    };

    private static object? Refuse(List<ErrorDetail> errors, Parameter parameter, string detail, IReadOnlyList<string>? allowed = null)
    {
        errors.Add(new ErrorDetail(parameter.Name, detail, allowed is { Count: > 0 } ? allowed : null));
        return null;
    }

    private static ErrorDetail Unknown(string name, IReadOnlyList<Parameter> parameters)
    {
        var names = parameters.Select(parameter => parameter.Name).ToList();
        return new ErrorDetail(Truncate(name), "is not a parameter of this operation.", names, Nearest.Find(name, names));
    }
}
