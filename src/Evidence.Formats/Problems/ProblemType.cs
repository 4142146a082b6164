using Evidence.Catalogue;

namespace Evidence.Formats.Problems;

/// <summary>Says how a kind of error is sent over HTTP; <c>openapi/README.md</c> documents each.</summary>
/// <param name="Kind">The kind of error.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="Name">Last part of the type's URN.</param>
/// <param name="Title">The same sentence for every occurrence.</param>
public sealed record ProblemType(ErrorKind Kind, int Status, string Name, string Title)
{
    /// <summary>Gets the type as the problem's <c>type</c>.</summary>
    public string Urn => "urn:evidence:problem:" + Name;

    /// <summary>Gets the types of all kinds of error.</summary>
    public static IReadOnlyList<ProblemType> All { get; } = [.. Enum.GetValues<ErrorKind>().Select(FromKind)];

    /// <summary>Returns the problem type of a kind of error.</summary>
    public static ProblemType FromKind(ErrorKind kind) => kind switch
    {
        ErrorKind.UnknownParameter => new(kind, 400, "unknown-parameter", "The operation does not take this parameter"),
        ErrorKind.InvalidParameter => new(kind, 400, "invalid-parameter", "A parameter is not valid"),
        ErrorKind.InvalidCursor => new(kind, 400, "invalid-cursor", "The cursor does not belong to this query"),
        ErrorKind.MalformedRequest => new(kind, 400, "malformed-request", "The request is malformed"),
        ErrorKind.Unauthenticated => new(kind, 401, "unauthenticated", "The request does not prove who sent it"),
        ErrorKind.Forbidden => new(kind, 403, "forbidden", "The role of the sender does not allow this"),
        ErrorKind.NotFound => new(kind, 404, "not-found", "The address or the record does not exist"),
        ErrorKind.Withdrawn => new(kind, 410, "withdrawn", "The record was withdrawn"),
        ErrorKind.UnknownRevision => new(kind, 404, "unknown-revision", "The catalogue has no such revision"),
        ErrorKind.UnknownRelease => new(kind, 404, "unknown-release", "The catalogue has no such release"),
        ErrorKind.MethodNotAllowed => new(kind, 405, "method-not-allowed", "The address does not take this method"),
        ErrorKind.NotAcceptable => new(kind, 406, "not-acceptable", "No format that the request accepts is available"),
        ErrorKind.Conflict => new(kind, 409, "conflict", "The request does not fit the current state"),
        ErrorKind.PreconditionFailed => new(kind, 412, "precondition-failed", "The record has changed, or exists already"),
        ErrorKind.ContentTooLarge => new(kind, 413, "content-too-large", "The body is too large"),
        ErrorKind.QueryTooLong => new(kind, 414, "query-too-long", "The query is too long"),
        ErrorKind.UnsupportedMediaType => new(kind, 415, "unsupported-media-type", "The body has to be JSON"),
        ErrorKind.InvalidRecord => new(kind, 422, "invalid-record", "The record is not valid"),
        ErrorKind.IdempotencyKeyReused => new(kind, 422, "idempotency-key-reused", "The idempotency key belongs to another request"),
        ErrorKind.CannotBePooled => new(kind, 422, "cannot-be-pooled", "The selection cannot be pooled"),
        ErrorKind.PreconditionRequired => new(kind, 428, "precondition-required", "The request has to say which version it is about"),
        ErrorKind.TooManyRequests => new(kind, 429, "too-many-requests", "Too many requests"),
        ErrorKind.InternalError => new(kind, 500, "internal-error", "The service has a bug"),
        ErrorKind.TooManyStreams => new(kind, 503, "too-many-streams", "Too many streams are open"),
        ErrorKind.DatabaseUnavailable => new(kind, 503, "database-unavailable", "The database does not respond"),
    };

    /// <summary>Returns the kind of error for a status that the framework set without a body; null if there is none.</summary>
    public static ErrorKind? KindForStatus(int status) => status switch
    {
        400 => ErrorKind.MalformedRequest,
        404 => ErrorKind.NotFound,
        405 => ErrorKind.MethodNotAllowed,
        406 => ErrorKind.NotAcceptable,
        413 => ErrorKind.ContentTooLarge,
        414 => ErrorKind.QueryTooLong,
        415 => ErrorKind.UnsupportedMediaType,
        429 => ErrorKind.TooManyRequests,
        500 => ErrorKind.InternalError,
        503 => ErrorKind.DatabaseUnavailable,
        _ => null,
    };
}
