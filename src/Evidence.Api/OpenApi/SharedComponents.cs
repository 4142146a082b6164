using System.Text.Json.Nodes;
using Evidence.Api.Http;
using Evidence.Api.Security;
using Evidence.Formats.Problems;
using Evidence.Store.Lists;
using Evidence.Store.Selection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.OpenApi;

/// <summary>Describes parameters, headers and problems that many operations share, once among the components of the document.</summary>
public sealed class SharedComponents : IDocumentFilter
{
    /// <summary>Name of the header by which a client asks only for what it does not have yet.</summary>
    public const string IfNoneMatch = "If-None-Match";


    /// <summary>Component of the same header for a request that requires the record not to exist.</summary>
    private const string IfNoneMatchAny = "If-None-Match-Any";

    private const string RetryAfter = "Retry-After";

    private const string IfMatch = "If-Match";
    private const string WwwAuthenticate = "WWW-Authenticate";
    private const string Location = "Location";
    private const string RateLimit = "RateLimit";
    private const string RateLimitPolicy = "RateLimit-Policy";

    private static readonly Dictionary<string, Parameter> ParameterByName =
        Filters.Parameters.Concat([ListDefinition.LimitParameter, ListDefinition.CursorParameter, RevisionParameters.Revision, RevisionParameters.Release])
            .ToDictionary(parameter => parameter.Name);

    private static readonly (string Name, JsonSchemaType Type, string Description, JsonNode Example)[] Headers =
    [
        (ResponseHeaders.Revision, JsonSchemaType.Integer, "Revision of the catalogue that the response is of.", 1),
        ("Content-Location", JsonSchemaType.String, "Address that returns this same result for ever; absent if the request names the revision itself.", "/v1/studies?limit=50&revision=1"),
        ("ETag", JsonSchemaType.String, "Validator of the response, for `If-None-Match`.", "W/\"1-0a1b2c3d4e5f60718293\""),
        ("Link", JsonSchemaType.String, "Address of the next page (`rel=\"next\"`), of a CSV also of the description of its columns (`rel=\"describedby\"`).", "</v1/studies?cursor=AcLq3nJ7nl5bIjEiXQ>; rel=\"next\""),
        (EvidenceWarning.Header, JsonSchemaType.String, "Studies in the response with a report that is `retracted` or under an `expression-of-concern`, a dictionary of RFC 9651; absent if there is none.", "retracted=\"doe-2011, roe-2014\""),
        (RateLimit, JsonSchemaType.String, "Remaining requests (`r`), and seconds until the count starts anew (`t`); absent if the operator set no limit.", "\"minute\";r=0;t=17"),
        (RateLimitPolicy, JsonSchemaType.String, "Maximum number of requests of one client (`q`) within a number of seconds (`w`); absent if the operator set no limit.", "\"minute\";q=600;w=60"),
        (Location, JsonSchemaType.String, "Address of what was created.", "/v1/studies/zarate-2006"),
        (WwwAuthenticate, JsonSchemaType.String, "How to authenticate the request (RFC 6750).", "Bearer realm=\"evidence\""),
        (RetryAfter, JsonSchemaType.Integer, "Seconds until the request may be sent again.", 2),
    ];

    private static readonly (int Status, string Name, string Description, string[] Headers)[] Problems =
    [
        (400, "BadRequest", "The request is not valid; `errors` names each parameter with what is allowed.", []),
        (401, "Unauthenticated", "The request is not authenticated.", [WwwAuthenticate]),
        (403, "Forbidden", "The role of the sender does not allow this.", [WwwAuthenticate]),
        (404, "NotFound", "There is no such record or revision.", []),
        (406, "NotAcceptable", "The request accepts no format that this address offers.", []),
        (409, "Conflict", "The request conflicts with the current state of the record.", []),
        (410, "Gone", "The record was withdrawn; `lastVersion` is the address of its last version.", []),
        (412, "PreconditionFailed", "The record has changed since, or exists already; no change was written.", []),
        (413, "ContentTooLarge", "The body is too large.", []),
        (414, "QueryTooLong", "The query is too long.", []),
        (415, "UnsupportedMediaType", "The body must be JSON.", []),
        (422, "Unprocessable", "The request is valid but cannot be fulfilled: the selection cannot be pooled, or the body breaks a rule of the catalogue, which `errors` names with its pointer.", []),
        (428, "PreconditionRequired", "The request must name the version that it is about.", []),
        (429, "TooManyRequests", "The client has sent more requests than the operator allows.", [RetryAfter, RateLimit, RateLimitPolicy]),
        (500, "InternalError", "The service has a bug; it is logged.", []),
        (503, "Unavailable", "The database is unavailable or overloaded, or too many streams are open; send the request again later.", [RetryAfter]),
    ];

    /// <summary>Returns whether the parameter is the shared one, not another of the same name.</summary>
    public static bool Has(Parameter parameter) => ParameterByName.TryGetValue(parameter.Name, out var shared) && ReferenceEquals(shared, parameter);

    /// <summary>Lists the responses other than success that an operation can send.</summary>
    public static IEnumerable<(string Status, IOpenApiResponse Response)> ListResponses(EndpointContract contract, OpenApiDocument document)
    {
        var given = new HashSet<int> { 414 };
        if (contract.IsRevisioned)
            given.UnionWith([304, 400, 404, 406, 429]);
        if (contract.IsEventStream)
            given.UnionWith([400, 404, 406, 429]);
        if (contract.IsUnversioned)
            given.UnionWith([304, 400, 406, 429]);
        if (contract.MayBeUnpoolable)
            given.Add(422);
        if (!contract.IsRevisioned && contract.IsWrite)
            given.UnionWith([400, 429]);
        if (contract.Role is not null)
            given.UnionWith([401, 403]);
        if (contract.RequestType is not null)
            given.UnionWith([413, 415, 422]);
        if (contract.IsConditional)
            given.UnionWith([412, 428]);
        given.UnionWith(contract.ProblemStatuses);
        if (contract.NeedsDatabase)
            given.UnionWith([500, 503]);
        if (given.Contains(304))
            yield return ("304", new OpenApiResponseReference("NotModified", document));
        foreach (var problem in Problems.Where(problem => given.Contains(problem.Status)))
            yield return ($"{problem.Status}", new OpenApiResponseReference(problem.Name, document));
    }

    /// <summary>Lists the headers that a request of the operation may or must have.</summary>
    public static IEnumerable<IOpenApiParameter> ListHeaders(EndpointContract contract, bool mayCreate, OpenApiDocument document)
    {
        if (contract.IsRevisioned || contract.IsUnversioned)
            yield return new OpenApiParameterReference(IfNoneMatch, document);
        if (contract.IsEventStream)
            yield return new OpenApiParameterReference(ResponseHeaders.LastEventId, document);
        if (contract.IsConditional)
            yield return new OpenApiParameterReference(IfMatch, document);
        if (contract.IsConditional && mayCreate)
            yield return new OpenApiParameterReference(IfNoneMatchAny, document);
        if (contract.IsRepeatable)
            yield return new OpenApiParameterReference(WriteResponder.IdempotencyKey, document);
    }

    /// <inheritdoc />
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new OpenApiComponents();
        components.Parameters = ParameterByName.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(
            pair => pair.Key, pair => (IOpenApiParameter)QueryParameters.Describe(pair.Value, context.SchemaRepository));
        components.Parameters[IfNoneMatch] = HeaderParameter(
            IfNoneMatch, "`ETag` of a copy that the client has; if that is current, the response is 304 without a body.", "W/\"1-0a1b2c3d4e5f60718293\"");
        components.Parameters[IfMatch] = HeaderParameter(IfMatch, "`ETag` of the version that the request is about; `*` matches any.", "\"zarate-2006.v1.0a1b2c3d\"");
        components.Parameters[IfNoneMatchAny] = HeaderParameter(IfNoneMatch, "`*`: the record must not exist yet. Either this or `If-Match` must be sent.", "*");
        components.Parameters[WriteResponder.IdempotencyKey] = HeaderParameter(
            WriteResponder.IdempotencyKey, "A random text, preferably a UUID. For a day the same request with the same key returns the first response again, without any further effect.", "3f0c1c5e-5d0e-4a39-9f0a-3c2f4f5e6d7b");
        components.Parameters[ResponseHeaders.LastEventId] = HeaderParameter(
            ResponseHeaders.LastEventId, "`id` of the last event that the client received: it gets every later one. Browsers send it by themselves when they reconnect.", "1");
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SecuritySetup.BearerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of this catalogue, or a token of the OpenID Connect issuer that the operator names.",
            },
        };
        components.Headers = Headers.ToDictionary(header => header.Name, header => (IOpenApiHeader)new OpenApiHeader
        {
            Description = header.Description,
            Schema = new OpenApiSchema { Type = header.Type },
            Example = header.Example.DeepClone(),
        });
        components.Responses = Problems.ToDictionary(problem => problem.Name, problem => (IOpenApiResponse)Problem(problem, swaggerDoc, context));
        components.Responses["NotModified"] = new OpenApiResponse { Description = "The copy that `If-None-Match` names is current." };
    }

    private static OpenApiParameter HeaderParameter(string name, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    private static OpenApiResponse Problem(
        (int Status, string Name, string Description, string[] Headers) problem, OpenApiDocument document, DocumentFilterContext context)
    {
        var types = ProblemType.All.Where(type => type.Status == problem.Status).Select(type => $"- `{type.Urn}`: {type.Title}.");
        return new OpenApiResponse
        {
            Description = $"{problem.Description}\n\n{string.Join('\n', types)}",
            Headers = problem.Headers.ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document)),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository) },
            },
        };
    }
}
