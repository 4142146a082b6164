using System.Globalization;
using System.Text.Json.Nodes;
using Evidence.Store.Selection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.OpenApi;

/// <summary>Describes query parameters for the document, from the descriptions by which they are read.</summary>
public static class QueryParameters
{
    /// <summary>Describes a parameter for the document.</summary>
    public static OpenApiParameter Describe(Parameter parameter, SchemaRepository schemas) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.Required,
        Description = parameter.Description,
        Schema = CreateSchema(parameter, schemas),
        Example = parameter switch
        {
            { Kind: ParameterKind.RisingNumbers } => Numbers(parameter.Example),
            { IsList: true } => Words(parameter.Example),
            _ => ToJson(parameter, parameter.Example),
        },
    };

    private static IOpenApiSchema CreateSchema(Parameter parameter, SchemaRepository schemas) => parameter.Kind switch
    {
        ParameterKind.Term => VocabularySchemas.CreateSchema(parameter, schemas),
        ParameterKind.Terms or ParameterKind.Words => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = Parameter.MaxValues,
            Items = parameter.Allowed.Count > 0
                ? VocabularySchemas.CreateSchema(parameter, schemas)
                : new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = parameter.MaxLength },
            Default = parameter.Default is { } words ? Words(words) : null,
        },
        ParameterKind.RisingNumbers => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = Parameter.MaxValues,
            Items = Bounded(new OpenApiSchema { Type = JsonSchemaType.Number, Format = OpenApiSetup.DecimalFormat }, parameter with { Default = null }),
            Default = parameter.Default is { } numbers ? Numbers(numbers) : null,
        },
        ParameterKind.Text => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = parameter.MaxLength },
        ParameterKind.WholeNumber => Bounded(new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = parameter.Maximum <= int.MaxValue ? "int32" : "int64",
        }, parameter),
        ParameterKind.Number => Bounded(new OpenApiSchema { Type = JsonSchemaType.Number, Format = OpenApiSetup.DecimalFormat }, parameter),
        ParameterKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    private static OpenApiSchema Bounded(OpenApiSchema schema, Parameter parameter)
    {
        schema.Minimum = parameter.Minimum.ToString(CultureInfo.InvariantCulture);
        if (parameter.Maximum < long.MaxValue)
            schema.Maximum = parameter.Maximum.ToString(CultureInfo.InvariantCulture);
        if (parameter.Default is { } value)
            schema.Default = ToJson(parameter, value);
        return schema;
    }

    private static JsonArray Words(string words) => [.. words.Split(',').Select(word => (JsonNode)word)];

    private static JsonArray Numbers(string numbers) =>
        [.. numbers.Split(',').Select(number => (JsonNode)decimal.Parse(number, CultureInfo.InvariantCulture))];

    private static JsonNode ToJson(Parameter parameter, string value) => parameter.Kind switch
    {
        ParameterKind.WholeNumber => long.Parse(value, CultureInfo.InvariantCulture),
        ParameterKind.Number => decimal.Parse(value, CultureInfo.InvariantCulture),
        ParameterKind.Flag => value == "true",
        _ => value,
    };
}
