namespace Evidence.Catalogue;

/// <summary>Says whether an issue keeps a record out of the catalogue.</summary>
public enum Severity
{
    /// <summary>The record is refused.</summary>
    Error,

    /// <summary>The record is accepted; somebody should look at it.</summary>
    Warning,
}

/// <summary>An issue that a rule found in a record.</summary>
/// <param name="Severity">Whether the record is refused for it.</param>
/// <param name="Pointer">Place in the document, as a JSON pointer (RFC 6901).</param>
/// <param name="Message">One sentence: what was found and what was expected.</param>
/// <param name="Allowed">The values that are allowed, where they are a closed list.</param>
public sealed record ValidationIssue(Severity Severity, string Pointer, string Message, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>Creates an issue that keeps the record out.</summary>
    public static ValidationIssue Error(string pointer, string message, IReadOnlyList<string>? allowed = null) =>
        new(Severity.Error, pointer, message, allowed);

    /// <summary>Creates an issue that somebody should look at.</summary>
    public static ValidationIssue Warning(string pointer, string message) => new(Severity.Warning, pointer, message);

    /// <summary>Creates the issue of a value outside a closed list; it names the list and, if one is near, the value that was probably meant.</summary>
    /// <param name="pointer">Place of the value.</param>
    /// <param name="given">The value.</param>
    /// <param name="what">What the list holds, in the singular and without an article: <c>arm of this study</c>.</param>
    /// <param name="allowed">The list.</param>
    public static ValidationIssue NotAmong(string pointer, string given, string what, IEnumerable<string> allowed)
    {
        var list = allowed.ToList();
        var hint = Nearest.Find(given, list) is { } nearest ? $"; did you mean {nearest}?" : "";
        return Error(pointer, $"'{Quote(given)}' is no {what}{hint}", list);
    }

    /// <summary>Returns a text as messages quote it, cut if it is long.</summary>
    internal static string Quote(string text) => text.Length <= 60 ? text : $"{text[..59]}…";

    /// <summary>Returns the place and the sentence.</summary>
    public override string ToString() => $"{Pointer}: {Message}";
}
