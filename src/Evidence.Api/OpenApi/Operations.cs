using Evidence.Api.Http;
using Evidence.Api.Security;
using Evidence.Formats;
using Evidence.Formats.Problems;
using Evidence.Store.Documentation;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.OpenApi;

/// <summary>Writes each operation's parameters and responses into the document, from the descriptions by which the code reads them.</summary>
public sealed class Operations : IOperationFilter
{
    private const string FiltersTogether =
        "Filters of different names must all hold; several values of one name are alternatives. Those about an arm hold on one arm, those about an outcome on one outcome.";

    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointContract>().LastOrDefault() is not { } contract)
            return;
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().Last().Summary;
        operation.Description = metadata.OfType<IEndpointDescriptionMetadata>().LastOrDefault()?.Description ?? operation.Summary + ".";
        if (contract.Parameters.Any(parameter => parameter.Name == "q"))
            operation.Description += " " + FiltersTogether;
        AddParameters(operation, contract, context);
        if (contract.RequestType is { } request)
            operation.RequestBody = CreateBody(request, context);
        if (contract.Role is not null)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecuritySetup.BearerScheme, context.Document)] = [] }];
        operation.Responses = [];
        foreach (var status in contract.SuccessStatuses)
            operation.Responses[$"{status}"] = CreateSuccess(contract, status, context);
        foreach (var (status, response) in SharedComponents.ListResponses(contract, context.Document))
            operation.Responses[status] = response;
    }

    private static void AddParameters(OpenApiOperation operation, EndpointContract contract, OperationFilterContext context)
    {
        foreach (var path in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            DescribePath(path, operation.OperationId!);
        operation.Parameters ??= [];
        foreach (var parameter in RevisionParameters.WithRelease(contract.Parameters))
        {
            operation.Parameters.Add(SharedComponents.Has(parameter)
                ? new OpenApiParameterReference(parameter.Name, context.Document)
                : QueryParameters.Describe(parameter, context.SchemaRepository));
        }

        foreach (var header in SharedComponents.ListHeaders(contract, mayCreate: contract.RequestType is not null, context.Document))
            operation.Parameters.Add(header);
    }

    private static OpenApiRequestBody CreateBody(Type request, OperationFilterContext context) => new()
    {
        Required = true,
        Description = MemberDocumentation.GetSummary(request),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Format.Json.MediaType] = new() { Schema = context.SchemaGenerator.GenerateSchema(request, context.SchemaRepository) },
        },
    };

    private static void DescribePath(OpenApiParameter parameter, string operation) =>
        (parameter.Description, parameter.Example) = operation switch
        {
            "getClaim" => ("Identifier of the claim.", "onset-within-hours"),
            "revokeKey" => ("Identifier of the key.", "k7m2xq9fa3tz"),
            "getCorrection" or "decideCorrection" or "getCorrectionContact" => ("Identifier of the correction.", "k7m2xq9fa3tz"),
            "getRelease" or "getReleaseChecksums" => ("Name of the release.", "2026.11"),
            "getVocabulary" => ("Name of the vocabulary.", "design"),
            _ => ("Identifier of the study.", "zarate-2006"),
        };

    private static OpenApiResponse CreateSuccess(EndpointContract contract, int status, OperationFilterContext context) => new()
    {
        Description = contract.ResponseDescription ?? (contract.ResponseType is { } body ? MemberDocumentation.GetSummary(body) : "The response."),
        Headers = ListHeaders(contract, status).ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, context.Document)),
        Content = new Dictionary<string, OpenApiMediaType> { [contract.MediaType] = new() { Schema = CreateSchema(contract, context) } },
    };

    private static string[] ListHeaders(EndpointContract contract, int status) =>
    [
        .. contract.IsRevisioned ? [ResponseHeaders.Revision, "Content-Location", .. contract.MayWarn ? [EvidenceWarning.Header] : Array.Empty<string>()] : Array.Empty<string>(),
        .. contract.IsRevisioned || contract.IsUnversioned ? ["ETag"] : Array.Empty<string>(),
        .. contract.IsEventStream ? [ResponseHeaders.Revision] : Array.Empty<string>(),
        .. status == StatusCodes.Status201Created ? ["Location"] : Array.Empty<string>(),
        .. contract.IsPaged || contract.IsDescribed ? ["Link"] : Array.Empty<string>(),
    ];

    private static IOpenApiSchema CreateSchema(EndpointContract contract, OperationFilterContext context)
    {
        if (contract.ResponseType is { } body)
            return context.SchemaGenerator.GenerateSchema(body, context.SchemaRepository);
        return contract.MediaType == CsvDescription.MediaType
            ? new OpenApiSchema { Type = JsonSchemaType.Object }
            : new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }; // Without it generated clients read CSV as JSON.
    }
}
