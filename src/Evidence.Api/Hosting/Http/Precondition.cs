namespace Evidence.Api.Hosting.Http;

/// <summary>What a write says of the version that it replaces (RFC 9110, 13.1): a tag that it knows, or that there is none.</summary>
public sealed class Precondition
{
    private readonly IReadOnlyList<string> tags;
    private readonly bool isNew;

    private Precondition(IReadOnlyList<string> tags, bool isNew) => (this.tags, this.isNew) = (tags, isNew);

    /// <summary>The version of a tag, or where there is none that the record is new.</summary>
    public static Precondition Of(string? tag) => tag is null ? new Precondition([], isNew: true) : new Precondition([tag], isNew: false);

    /// <summary>Reads it; gives the problem (400, 428) where the request does not say it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="mayCreate">Whether <c>If-None-Match: *</c> is taken.</param>
    public static (Precondition? Precondition, Problem? Problem) Read(HttpContext http, bool mayCreate)
    {
        var match = Tags(http.Request.Headers.IfMatch);
        var noneMatch = Tags(http.Request.Headers.IfNoneMatch);
        var ways = mayCreate ? "'If-Match' with the ETag of the version that it replaces, or 'If-None-Match: *' for a new record" : "'If-Match' with the ETag of the version that it is about";
        if (match.Count == 0 && noneMatch.Count == 0)
            return (null, ProblemTypes.PreconditionRequired.With($"Send {ways}; 'If-Match: *' takes any version."));
        if (match.Count > 0 && noneMatch.Count > 0)
            return (null, Invalid("If-Match", "and If-None-Match exclude each other."));
        if (noneMatch.Count > 0 && (!mayCreate || noneMatch is not ["*"]))
            return (null, Invalid("If-None-Match", $"is not taken so; send {ways}."));
        return (new Precondition(match, isNew: noneMatch.Count > 0), null);
    }

    /// <summary>What is wrong with the record as it stands; nothing where the write may go on.</summary>
    /// <param name="kind">What the record is.</param>
    /// <param name="id">Its identifier.</param>
    /// <param name="current">Its tag; nothing where there is no such record now.</param>
    public Problem? Check(string kind, string id, string? current)
    {
        if (isNew)
            return current is null ? null : ProblemTypes.PreconditionFailed.With($"The {kind} '{id}' is there already; its ETag is {current}.");
        if (current is null)
            return ProblemTypes.PreconditionFailed.With($"There is no {kind} '{id}' now; 'If-None-Match: *' would make it.");
        return tags.Any(tag => tag == "*" || tag == current)
            ? null
            : ProblemTypes.PreconditionFailed.With($"The {kind} '{id}' has changed since; its ETag is {current}. Read it again, and write on top of that.");
    }

    private static Problem Invalid(string header, string detail) => ProblemTypes.InvalidParameter.With(new ParameterError(header, detail));

    private static List<string> Tags(Microsoft.Extensions.Primitives.StringValues header) =>
        [.. header.SelectMany(line => (line ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
