using System.Globalization;
using System.Text.Json.Nodes;
using Evidence.Api.Hosting.Selection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>Query parameters as the document describes them, from the descriptions by which they are read.</summary>
public static class QueryParameters
{
    /// <summary>The parameter.</summary>
    public static OpenApiParameter Describe(Parameter parameter, SchemaRepository schemas) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.Required,
        Description = parameter.Description,
        Schema = SchemaOf(parameter, schemas),
        Example = parameter switch
        {
            { Kind: ParameterKind.RisingNumbers } => Numbers(parameter.Example),
            { IsList: true } => Words(parameter.Example),
            _ => Typed(parameter, parameter.Example),
        },
    };

    private static IOpenApiSchema SchemaOf(Parameter parameter, SchemaRepository schemas) => parameter.Kind switch
    {
        ParameterKind.Term => VocabularySchemas.Of(parameter, schemas),
        ParameterKind.Terms or ParameterKind.Words => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = Parameter.MostValues,
            Items = parameter.Allowed.Count > 0
                ? VocabularySchemas.Of(parameter, schemas)
                : new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = parameter.Longest },
            Default = parameter.Default is { } words ? Words(words) : null,
        },
        ParameterKind.RisingNumbers => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = Parameter.MostValues,
            Items = Bounded(new OpenApiSchema { Type = JsonSchemaType.Number, Format = OpenApiSetup.DecimalFormat }, parameter with { Default = null }),
            Default = parameter.Default is { } numbers ? Numbers(numbers) : null,
        },
        ParameterKind.Text => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = parameter.Longest },
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
            schema.Default = Typed(parameter, value);
        return schema;
    }

    private static JsonArray Words(string words) => [.. words.Split(',').Select(word => (JsonNode)word)];

    private static JsonArray Numbers(string numbers) =>
        [.. numbers.Split(',').Select(number => (JsonNode)decimal.Parse(number, CultureInfo.InvariantCulture))];

    private static JsonNode Typed(Parameter parameter, string value) => parameter.Kind switch
    {
        ParameterKind.WholeNumber => long.Parse(value, CultureInfo.InvariantCulture),
        ParameterKind.Number => decimal.Parse(value, CultureInfo.InvariantCulture),
        ParameterKind.Flag => value == "true",
        _ => value,
    };
}
