using System.Text.Json.Nodes;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Hosting.Selection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>What many operations have in common, described once among the document's components: parameters, headers, problems.</summary>
public sealed class SharedComponents : IDocumentFilter
{
    /// <summary>The header by which a client asks only for what it does not have yet.</summary>
    public const string IfNoneMatch = "If-None-Match";

    /// <summary>The header by which a client that comes back says which event it had last.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>Component of the same header where it says that there must be no such record.</summary>
    private const string IfNoneMatchAny = "If-None-Match-Any";

    private const string RetryAfter = "Retry-After";

    private const string IfMatch = "If-Match";
    private const string WwwAuthenticate = "WWW-Authenticate";
    private const string Location = "Location";
    private const string RateLimit = "RateLimit";
    private const string RateLimitPolicy = "RateLimit-Policy";

    private static readonly Dictionary<string, Parameter> ParameterByName =
        Filters.Parameters.Concat([ListDefinition.LimitParameter, ListDefinition.CursorParameter, ReadRequest.RevisionParameter, ReadRequest.ReleaseParameter])
            .ToDictionary(parameter => parameter.Name);

    private static readonly (string Name, JsonSchemaType Type, string Description, JsonNode Example)[] Headers =
    [
        (Answer.RevisionHeader, JsonSchemaType.Integer, "Revision of the catalogue that answered.", 1),
        ("Content-Location", JsonSchemaType.String, "Address that gives this same answer for ever; absent where the request names the revision itself.", "/v1/studies?limit=50&revision=1"),
        ("ETag", JsonSchemaType.String, "Validator of the answer, for `If-None-Match`.", "W/\"1-0a1b2c3d4e5f60718293\""),
        ("Link", JsonSchemaType.String, "Address of the next page (`rel=\"next\"`), of a CSV also of the description of its columns (`rel=\"describedby\"`).", "</v1/studies?cursor=AcLq3nJ7nl5bIjEiXQ>; rel=\"next\""),
        (EvidenceWarning.Header, JsonSchemaType.String, "Studies of the answer with a report that is `retracted` or under an `expression-of-concern`, a dictionary of RFC 9651; absent where there is none.", "retracted=\"doe-2011, roe-2014\""),
        (RateLimit, JsonSchemaType.String, "Requests that are left (`r`), and seconds until they are counted anew (`t`); absent where the operator set no limit.", "\"minute\";r=0;t=17"),
        (RateLimitPolicy, JsonSchemaType.String, "Requests that one client may send (`q`) in so many seconds (`w`); absent where the operator set no limit.", "\"minute\";q=600;w=60"),
        (Location, JsonSchemaType.String, "Address of what was made.", "/v1/studies/zarate-2006"),
        (WwwAuthenticate, JsonSchemaType.String, "How to prove who sends the request (RFC 6750).", "Bearer realm=\"evidence\""),
        (RetryAfter, JsonSchemaType.Integer, "Seconds until the request may be sent again.", 2),
    ];

    private static readonly (int Status, string Name, string Description, string[] Headers)[] Problems =
    [
        (400, "BadRequest", "The request is not valid; `errors` names each parameter with what is allowed.", []),
        (401, "Unauthenticated", "The request does not prove who sent it.", [WwwAuthenticate]),
        (403, "Forbidden", "The role of the sender does not allow this.", [WwwAuthenticate]),
        (404, "NotFound", "There is no such record or revision.", []),
        (406, "NotAcceptable", "The request accepts no format that this address answers in.", []),
        (409, "Conflict", "The record stands otherwise than the request takes for granted.", []),
        (410, "Gone", "The record was withdrawn; `lastVersion` is the address of its last version.", []),
        (412, "PreconditionFailed", "The record has changed since, or is there already; nothing was written.", []),
        (413, "ContentTooLarge", "The body is too large.", []),
        (414, "QueryTooLong", "The query is too long.", []),
        (415, "UnsupportedMediaType", "The body has to be JSON.", []),
        (422, "Unprocessable", "The request makes sense and cannot be met: the selection cannot be pooled, or the body breaks a rule of the catalogue, which `errors` names with its place.", []),
        (428, "PreconditionRequired", "The request has to say which version it is about.", []),
        (429, "TooManyRequests", "The client has sent more requests than the operator allows.", [RetryAfter, RateLimit, RateLimitPolicy]),
        (500, "InternalError", "The service has a fault; it is logged.", []),
        (503, "Unavailable", "The database is away or overloaded, or too many streams are open; send the request again after a while.", [RetryAfter]),
    ];

    /// <summary>Whether it is the shared parameter, not another of the same name.</summary>
    public static bool Has(Parameter parameter) => ParameterByName.TryGetValue(parameter.Name, out var shared) && ReferenceEquals(shared, parameter);

    /// <summary>The answers other than 200 that an operation can give.</summary>
    public static IEnumerable<(string Status, IOpenApiResponse Response)> ResponsesOf(EndpointContract contract, OpenApiDocument document)
    {
        var given = new HashSet<int> { 414 };
        if (contract.IsOfRevision)
            given.UnionWith([304, 400, 404, 406, 429]);
        if (contract.IsStream)
            given.UnionWith([400, 404, 406, 429]);
        if (contract.IsLive)
            given.UnionWith([304, 400, 406, 429]);
        if (contract.MayHaveNoAnswer)
            given.Add(422);
        if (!contract.IsOfRevision && contract.IsWrite)
            given.UnionWith([400, 429]);
        if (contract.Role is not null)
            given.UnionWith([401, 403]);
        if (contract.Request is not null)
            given.UnionWith([413, 415, 422]);
        if (contract.IsConditional)
            given.UnionWith([412, 428]);
        given.UnionWith(contract.MoreProblems);
        if (contract.AsksDatabase)
            given.UnionWith([500, 503]);
        if (given.Contains(304))
            yield return ("304", new OpenApiResponseReference("NotModified", document));
        foreach (var problem in Problems.Where(problem => given.Contains(problem.Status)))
            yield return ($"{problem.Status}", new OpenApiResponseReference(problem.Name, document));
    }

    /// <summary>The headers that a request of the operation may or must have.</summary>
    public static IEnumerable<IOpenApiParameter> HeadersOf(EndpointContract contract, bool mayCreate, OpenApiDocument document)
    {
        if (contract.IsOfRevision || contract.IsLive)
            yield return new OpenApiParameterReference(IfNoneMatch, document);
        if (contract.IsStream)
            yield return new OpenApiParameterReference(LastEventId, document);
        if (contract.IsConditional)
            yield return new OpenApiParameterReference(IfMatch, document);
        if (contract.IsConditional && mayCreate)
            yield return new OpenApiParameterReference(IfNoneMatchAny, document);
        if (contract.IsRepeatable)
            yield return new OpenApiParameterReference(IdempotentPost.Header, document);
    }

    /// <inheritdoc />
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new OpenApiComponents();
        components.Parameters = ParameterByName.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(
            pair => pair.Key, pair => (IOpenApiParameter)QueryParameters.Describe(pair.Value, context.SchemaRepository));
        components.Parameters[IfNoneMatch] = HeaderParameter(
            IfNoneMatch, "`ETag` of a copy that the client has; where that is still good, the answer is 304 without a body.", "W/\"1-0a1b2c3d4e5f60718293\"");
        components.Parameters[IfMatch] = HeaderParameter(IfMatch, "`ETag` of the version that the request is about; `*` takes any.", "\"zarate-2006.v1.0a1b2c3d\"");
        components.Parameters[IfNoneMatchAny] = HeaderParameter(IfNoneMatch, "`*`: the record must not be there yet. One of this and `If-Match` must be sent.", "*");
        components.Parameters[IdempotentPost.Header] = HeaderParameter(
            IdempotentPost.Header, "A random text, best a UUID. For a day the same request with the same key gives the first answer again, and does nothing more.", "3f0c1c5e-5d0e-4a39-9f0a-3c2f4f5e6d7b");
        components.Parameters[LastEventId] = HeaderParameter(
            LastEventId, "`id` of the last event that the client had: it gets every later one. Browsers send it by themselves when they come back.", "1");
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
        components.Responses["NotModified"] = new OpenApiResponse { Description = "The copy that `If-None-Match` names is still good." };
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
        var types = ProblemTypes.All.Where(type => type.Status == problem.Status).Select(type => $"- `{type.Urn}`: {type.Title}.");
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
