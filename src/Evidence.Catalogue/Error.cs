namespace Evidence.Catalogue;

/// <summary>Names what went wrong. The HTTP layer maps each kind to one status and one problem type.</summary>
public enum ErrorKind
{
    /// <summary>The operation does not take the parameter.</summary>
    UnknownParameter,

    /// <summary>A parameter has a value that it does not take.</summary>
    InvalidParameter,

    /// <summary>A cursor was not issued for this query.</summary>
    InvalidCursor,

    /// <summary>The request is malformed as HTTP.</summary>
    MalformedRequest,

    /// <summary>The request does not prove who sent it.</summary>
    Unauthenticated,

    /// <summary>The role of the sender does not allow the operation.</summary>
    Forbidden,

    /// <summary>The address or the record does not exist.</summary>
    NotFound,

    /// <summary>The catalogue has not reached the revision.</summary>
    UnknownRevision,

    /// <summary>The catalogue has no release of that name.</summary>
    UnknownRelease,

    /// <summary>The address does not take the method.</summary>
    MethodNotAllowed,

    /// <summary>No format that the client accepts is available.</summary>
    NotAcceptable,

    /// <summary>The request does not fit the current state of what it is about.</summary>
    Conflict,

    /// <summary>The record was withdrawn from the catalogue.</summary>
    Withdrawn,

    /// <summary>The record is not at the version that the request names.</summary>
    PreconditionFailed,

    /// <summary>The body is larger than the operation takes.</summary>
    ContentTooLarge,

    /// <summary>The query is longer than the service takes.</summary>
    QueryTooLong,

    /// <summary>The body is not JSON.</summary>
    UnsupportedMediaType,

    /// <summary>A rule of the catalogue refuses the record.</summary>
    InvalidRecord,

    /// <summary>An idempotency key was sent with another body before.</summary>
    IdempotencyKeyReused,

    /// <summary>The selected effects cannot be pooled.</summary>
    CannotBePooled,

    /// <summary>The write does not say which version it replaces.</summary>
    PreconditionRequired,

    /// <summary>The client sent more requests than one client may.</summary>
    TooManyRequests,

    /// <summary>The service has a bug.</summary>
    InternalError,

    /// <summary>The number of open streams has reached its maximum.</summary>
    TooManyStreams,

    /// <summary>The database is unreachable or overloaded.</summary>
    DatabaseUnavailable,
}

/// <summary>Says why an operation has no value: an expected outcome, not an exception.</summary>
/// <param name="Kind">The kind of error.</param>
/// <param name="Message">What is wrong and what to do, in one or a few sentences.</param>
/// <param name="Details">One entry for each parameter, header or place of the body that is not valid.</param>
public sealed record Error(ErrorKind Kind, string Message, IReadOnlyList<ErrorDetail>? Details = null)
{
    /// <summary>Creates an error whose message is made of its details.</summary>
    public Error(ErrorKind kind, params IReadOnlyList<ErrorDetail> details)
        : this(kind, string.Join(" ", details.Select(detail => $"{detail.Parameter} {detail.Detail}".Trim())), details)
    {
    }

    /// <summary>Maximum number of details that a message repeats and a response lists: a hostile request must not make a long response.</summary>
    public const int MaxDetails = 20;

    /// <summary>Address of the last version of a record that was withdrawn.</summary>
    public string? LastVersion { get; init; }

    /// <summary>How long to wait before the request makes sense again; null if waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Warnings of the rules that refuse a record: they do not stop it, and a form shows them beside the errors.</summary>
    public IReadOnlyList<ValidationIssue> Warnings { get; init; } = [];

    /// <summary>Creates the error of a record that the rules refuse; only a form shows the warnings among the issues.</summary>
    public static Error FromIssues(IReadOnlyList<ValidationIssue> issues)
    {
        var details = issues.Where(issue => issue.Severity == Severity.Error).Select(ErrorDetail.FromIssue).ToList();
        var shown = details.Take(MaxDetails).Select(detail => $"{detail.Pointer}: {ToSentence(detail.Detail)}");
        var more = details.Count > MaxDetails ? $" Only the first {MaxDetails} of {details.Count} errors are listed." : "";
        return new Error(ErrorKind.InvalidRecord, string.Join(" ", shown) + more, details) { Warnings = [.. issues.Where(issue => issue.Severity == Severity.Warning)] };
    }

    /// <summary>Converts the details back to the issues of a record, errors first.</summary>
    public IReadOnlyList<ValidationIssue> ToIssues() => [.. (Details ?? []).Select(detail => ValidationIssue.Error(detail.Pointer ?? "", detail.Detail, detail.Allowed)), .. Warnings];

    private static string ToSentence(string text) => text.EndsWith('?') || text.EndsWith('.') ? text : text + ".";
}

/// <summary>Says what is wrong with one parameter, header, or place of the body.</summary>
/// <param name="Parameter">Name of the parameter or header.</param>
/// <param name="Detail">What was found and what is expected.</param>
/// <param name="Allowed">The values or names that are allowed, where they are a closed list.</param>
/// <param name="DidYouMean">The allowed one nearest to what was given.</param>
public sealed record ErrorDetail(string? Parameter, string Detail, IReadOnlyList<string>? Allowed = null, string? DidYouMean = null)
{
    /// <summary>Name of the parameter or header; absent if the body is invalid.</summary>
    /// <example>design</example>
    public string? Parameter { get; init; } = Parameter;

    /// <summary>Place in the body, as a JSON pointer (RFC 6901); absent if a parameter is invalid.</summary>
    /// <example>/outcomes/3/results/1/sd</example>
    public string? Pointer { get; init; }

    /// <summary>What was found and what is expected.</summary>
    /// <example>'randomised' is not a term of this parameter.</example>
    public string Detail { get; init; } = Detail;

    /// <summary>The values or names that are allowed, where they are a closed list.</summary>
    /// <example>["randomized-parallel","randomized-crossover"]</example>
    public IReadOnlyList<string>? Allowed { get; init; } = Allowed;

    /// <summary>The allowed one nearest to what was given.</summary>
    /// <example>randomized-parallel</example>
    public string? DidYouMean { get; init; } = DidYouMean;

    /// <summary>Converts the warnings among the issues of a record.</summary>
    public static IReadOnlyList<ErrorDetail> FromWarnings(IEnumerable<ValidationIssue> issues) =>
        [.. issues.Where(issue => issue.Severity == Severity.Warning).Select(FromIssue)];

    /// <summary>Converts a validation issue of a record that came in the body.</summary>
    public static ErrorDetail FromIssue(ValidationIssue issue) => new(null, issue.Message, issue.Allowed) { Pointer = issue.Pointer };
}
