namespace Evidence.Api.Hosting.Http;

/// <summary>A problem (RFC 9457): what went wrong, and where to mend it.</summary>
public sealed record Problem
{
    /// <summary>Stable identifier of the kind of problem; all are listed in <c>openapi/README.md</c>.</summary>
    /// <example>urn:evidence:problem:invalid-parameter</example>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words; the same for every occurrence.</summary>
    /// <example>A parameter is not valid</example>
    public required string Title { get; init; }

    /// <summary>HTTP status code.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request, and what to do.</summary>
    /// <example>design 'randomised' is not a term of this parameter.</example>
    public string? Detail { get; init; }

    /// <summary>One entry for each parameter, or place of the body, that is not valid.</summary>
    public IReadOnlyList<ParameterError>? Errors { get; init; }

    /// <summary>Of a record that was withdrawn: the address of its last version.</summary>
    /// <example>/v1/studies/zarate-2006?revision=3</example>
    public string? LastVersion { get; init; }
}

/// <summary>What is wrong with one parameter, header, or place of the body.</summary>
/// <param name="Parameter">Name of the parameter or header.</param>
/// <param name="Detail">What was found and what is expected.</param>
/// <param name="Allowed">The values or names that are allowed, where they are a closed list.</param>
/// <param name="DidYouMean">The allowed one nearest to what was given.</param>
public sealed record ParameterError(string? Parameter, string Detail, IReadOnlyList<string>? Allowed = null, string? DidYouMean = null)
{
    /// <summary>Name of the parameter or header; absent where the body is at fault.</summary>
    /// <example>design</example>
    public string? Parameter { get; init; } = Parameter;

    /// <summary>Place in the body, as a JSON pointer (RFC 6901); absent where a parameter is at fault.</summary>
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

    /// <summary>What a rule of the catalogue found in the body.</summary>
    public static ParameterError Of(Catalogue.Finding finding) => new(null, finding.Message, finding.Allowed) { Pointer = finding.Pointer };
}

/// <summary>A kind of problem.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Name">Last part of the type's URN.</param>
/// <param name="Title">The same sentence for every occurrence.</param>
public sealed record ProblemType(int Status, string Name, string Title)
{
    /// <summary>The type as the problem's <c>type</c>.</summary>
    public string Urn => "urn:evidence:problem:" + Name;

    /// <summary>An occurrence that is wrong parameters: their errors say what is wrong.</summary>
    public Problem With(params IReadOnlyList<ParameterError> errors) =>
        With(string.Join(" ", errors.Select(error => $"{error.Parameter} {error.Detail}".Trim())), errors);

    /// <summary>An occurrence.</summary>
    public Problem With(string detail, IReadOnlyList<ParameterError>? errors = null) =>
        new() { Type = Urn, Title = Title, Status = Status, Detail = detail, Errors = errors };
}

/// <summary>The closed list of problems; <c>openapi/README.md</c> documents each.</summary>
public static class ProblemTypes
{
    /// <summary>A parameter that the operation does not take.</summary>
    public static readonly ProblemType UnknownParameter = new(400, "unknown-parameter", "The operation does not take this parameter");

    /// <summary>A value that the parameter does not take.</summary>
    public static readonly ProblemType InvalidParameter = new(400, "invalid-parameter", "A parameter is not valid");

    /// <summary>A cursor that this service did not give for this query.</summary>
    public static readonly ProblemType InvalidCursor = new(400, "invalid-cursor", "The cursor does not belong to this query");

    /// <summary>A request that is malformed as HTTP.</summary>
    public static readonly ProblemType MalformedRequest = new(400, "malformed-request", "The request is malformed");

    /// <summary>A write without a key that proves who sends it.</summary>
    public static readonly ProblemType Unauthenticated = new(401, "unauthenticated", "The request does not prove who sent it");

    /// <summary>A write by somebody whose role does not allow it.</summary>
    public static readonly ProblemType Forbidden = new(403, "forbidden", "The role of the sender does not allow this");

    /// <summary>Nothing is at this address.</summary>
    public static readonly ProblemType NotFound = new(404, "not-found", "There is nothing at this address");

    /// <summary>A record that was withdrawn.</summary>
    public static readonly ProblemType Withdrawn = new(410, "withdrawn", "The record was withdrawn");

    /// <summary>A revision that the catalogue has not reached.</summary>
    public static readonly ProblemType UnknownRevision = new(404, "unknown-revision", "The catalogue has no such revision");

    /// <summary>A release that the catalogue does not have.</summary>
    public static readonly ProblemType UnknownRelease = new(404, "unknown-release", "The catalogue has no such release");

    /// <summary>A method that the address does not answer.</summary>
    public static readonly ProblemType MethodNotAllowed = new(405, "method-not-allowed", "The address does not answer this method");

    /// <summary>No format that the client accepts.</summary>
    public static readonly ProblemType NotAcceptable = new(406, "not-acceptable", "The answer has no format that the request accepts");

    /// <summary>What is asked for was done before, or rests on what has changed since.</summary>
    public static readonly ProblemType Conflict = new(409, "conflict", "The request does not fit how things stand now");

    /// <summary>The record is not at the version that the request names.</summary>
    public static readonly ProblemType PreconditionFailed = new(412, "precondition-failed", "The record has changed, or is there already");

    /// <summary>A body that is too large.</summary>
    public static readonly ProblemType ContentTooLarge = new(413, "content-too-large", "The body is too large");

    /// <summary>A query that is too long.</summary>
    public static readonly ProblemType QueryTooLong = new(414, "query-too-long", "The query is too long");

    /// <summary>A body that is not JSON.</summary>
    public static readonly ProblemType UnsupportedMediaType = new(415, "unsupported-media-type", "The body has to be JSON");

    /// <summary>A body that the rules of the catalogue refuse.</summary>
    public static readonly ProblemType InvalidRecord = new(422, "invalid-record", "The record is not valid");

    /// <summary>An idempotency key that came with another body before.</summary>
    public static readonly ProblemType IdempotencyKeyReused = new(422, "idempotency-key-reused", "The idempotency key belongs to another request");

    /// <summary>A selection that has no pooled answer.</summary>
    public static readonly ProblemType CannotBePooled = new(422, "cannot-be-pooled", "The selection cannot be pooled");

    /// <summary>A write that does not say which version it replaces.</summary>
    public static readonly ProblemType PreconditionRequired = new(428, "precondition-required", "The request has to say which version it is about");

    /// <summary>More requests than one client may send.</summary>
    public static readonly ProblemType TooManyRequests = new(429, "too-many-requests", "Too many requests");

    /// <summary>A fault of the service.</summary>
    public static readonly ProblemType InternalError = new(500, "internal-error", "The service has a fault");

    /// <summary>As many streams are open as the operator allows.</summary>
    public static readonly ProblemType TooManyStreams = new(503, "too-many-streams", "Too many streams are open");

    /// <summary>The database is away or overloaded.</summary>
    public static readonly ProblemType DatabaseUnavailable = new(503, "database-unavailable", "The database does not answer");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        UnknownParameter, InvalidParameter, InvalidCursor, MalformedRequest, Unauthenticated, Forbidden, NotFound, UnknownRevision, UnknownRelease,
        MethodNotAllowed, NotAcceptable, Conflict, Withdrawn, PreconditionFailed, ContentTooLarge, QueryTooLong, UnsupportedMediaType, InvalidRecord, IdempotencyKeyReused,
        CannotBePooled, PreconditionRequired, TooManyRequests, InternalError, TooManyStreams, DatabaseUnavailable,
    ];

    /// <summary>The problem for a status that the framework gave without a body.</summary>
    public static ProblemType? ForStatus(int status) => status switch
    {
        400 => MalformedRequest,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        413 => ContentTooLarge,
        414 => QueryTooLong,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        500 => InternalError,
        503 => DatabaseUnavailable,
        _ => null,
    };
}
