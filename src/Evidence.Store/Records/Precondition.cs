using Evidence.Catalogue;

namespace Evidence.Store.Records;

/// <summary>Represents the condition of a write on the version that it replaces (RFC 9110, 13.1): a tag that it knows, or that there is none.</summary>
public sealed class Precondition
{
    private readonly IReadOnlyList<string> tags;
    private readonly bool isNew;

    private Precondition(IReadOnlyList<string> tags, bool isNew) => (this.tags, this.isNew) = (tags, isNew);

    /// <summary>Creates the precondition of a tag; null says that the record is new.</summary>
    public static Precondition FromTag(string? tag) => tag is null ? new Precondition([], isNew: true) : new Precondition([tag], isNew: false);

    /// <summary>Parses the headers of a write; fails if they name no version, or contradict each other.</summary>
    /// <param name="ifMatch">Lines of <c>If-Match</c>.</param>
    /// <param name="ifNoneMatch">Lines of <c>If-None-Match</c>.</param>
    /// <param name="mayCreate">Whether <c>If-None-Match: *</c> is taken.</param>
    public static Result<Precondition> Parse(IEnumerable<string?> ifMatch, IEnumerable<string?> ifNoneMatch, bool mayCreate)
    {
        var match = Tags(ifMatch);
        var noneMatch = Tags(ifNoneMatch);
        var ways = mayCreate ? "'If-Match' with the ETag of the version that it replaces, or 'If-None-Match: *' for a new record" : "'If-Match' with the ETag of the version that it is about";
        if (match.Count == 0 && noneMatch.Count == 0)
            return new Error(ErrorKind.PreconditionRequired, $"Send {ways}; 'If-Match: *' takes any version.");
        if (match.Count > 0 && noneMatch.Count > 0)
            return Invalid("If-Match", "and If-None-Match exclude each other.");
        if (noneMatch.Count > 0 && (!mayCreate || noneMatch is not ["*"]))
            return Invalid("If-None-Match", $"is not taken so; send {ways}.");
        return new Precondition(match, isNew: noneMatch.Count > 0);
    }

    /// <summary>Returns why the write must not go on, or null if it may.</summary>
    /// <param name="kind">What the record is.</param>
    /// <param name="id">Its identifier.</param>
    /// <param name="current">Its tag; null if there is no such record now.</param>
    public Error? Check(string kind, string id, string? current)
    {
        if (isNew)
            return current is null ? null : new Error(ErrorKind.PreconditionFailed, $"The {kind} '{id}' is there already; its ETag is {current}.");
        if (current is null)
            return new Error(ErrorKind.PreconditionFailed, $"There is no {kind} '{id}' now; 'If-None-Match: *' would make it.");
        return tags.Any(tag => tag == "*" || tag == current)
            ? null
            : new Error(ErrorKind.PreconditionFailed, $"The {kind} '{id}' has changed since; its ETag is {current}. Read it again, and write on top of that.");
    }

    private static Error Invalid(string header, string detail) => new(ErrorKind.InvalidParameter, new ErrorDetail(header, detail));

    private static List<string> Tags(IEnumerable<string?> header) =>
        [.. header.SelectMany(line => (line ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
