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

    /// <summary>One entry for each parameter that is not valid.</summary>
    public IReadOnlyList<ParameterError>? Errors { get; init; }
}

/// <summary>What is wrong with one parameter.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Detail">What was found and what is expected.</param>
/// <param name="Allowed">The values or names that are allowed, where they are a closed list.</param>
/// <param name="DidYouMean">The allowed one nearest to what was given.</param>
public sealed record ParameterError(string Parameter, string Detail, IReadOnlyList<string>? Allowed = null, string? DidYouMean = null)
{
    /// <summary>Name of the parameter.</summary>
    /// <example>design</example>
    public string Parameter { get; init; } = Parameter;

    /// <summary>What was found and what is expected.</summary>
    /// <example>'randomised' is not a term of this parameter.</example>
    public string Detail { get; init; } = Detail;

    /// <summary>The values or names that are allowed, where they are a closed list.</summary>
    /// <example>["randomized-parallel","randomized-crossover"]</example>
    public IReadOnlyList<string>? Allowed { get; init; } = Allowed;

    /// <summary>The allowed one nearest to what was given.</summary>
    /// <example>randomized-parallel</example>
    public string? DidYouMean { get; init; } = DidYouMean;
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

    /// <summary>Nothing is at this address.</summary>
    public static readonly ProblemType NotFound = new(404, "not-found", "There is nothing at this address");

    /// <summary>A revision that the catalogue has not reached.</summary>
    public static readonly ProblemType UnknownRevision = new(404, "unknown-revision", "The catalogue has no such revision");

    /// <summary>A method that the address does not answer.</summary>
    public static readonly ProblemType MethodNotAllowed = new(405, "method-not-allowed", "The address does not answer this method");

    /// <summary>No format that the client accepts.</summary>
    public static readonly ProblemType NotAcceptable = new(406, "not-acceptable", "The answer has no format that the request accepts");

    /// <summary>A query that is too long.</summary>
    public static readonly ProblemType QueryTooLong = new(414, "query-too-long", "The query is too long");

    /// <summary>A selection that has no pooled answer.</summary>
    public static readonly ProblemType CannotBePooled = new(422, "cannot-be-pooled", "The selection cannot be pooled");

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
        UnknownParameter, InvalidParameter, InvalidCursor, MalformedRequest, NotFound, UnknownRevision, MethodNotAllowed,
        NotAcceptable, QueryTooLong, CannotBePooled, TooManyRequests, InternalError, TooManyStreams, DatabaseUnavailable,
    ];

    /// <summary>The problem for a status that the framework gave without a body.</summary>
    public static ProblemType? ForStatus(int status) => status switch
    {
        400 => MalformedRequest,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        414 => QueryTooLong,
        429 => TooManyRequests,
        500 => InternalError,
        503 => DatabaseUnavailable,
        _ => null,
    };
}
