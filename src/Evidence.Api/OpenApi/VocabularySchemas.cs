using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evidence.Catalogue;
using Evidence.Store.Selection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.OpenApi;

/// <summary>
/// Describes records in their schemas. A member that may be missing is absent, never null. A vocabulary is one enumeration with a name
/// of its own, with the meaning of every term, so that generated clients have one type for the members and parameters that take it.
/// </summary>
public sealed class VocabularySchemas : ISchemaFilter
{
    /// <inheritdoc />
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete)
            return;
        concrete.Type &= ~JsonSchemaType.Null;
        if (concrete.Type != JsonSchemaType.Object)
            return;
        concrete.AdditionalPropertiesAllowed = false;
        foreach (var member in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            if (member.GetCustomAttribute<VocabularyAttribute>() is { } vocabulary && concrete.Properties?.TryGetValue(name, out var property) == true)
                concrete.Properties[name] = WithTerms(property, Vocabulary.Get(vocabulary.Name), context);
        }
    }

    /// <summary>Creates the schema of a parameter's closed list, under the name of the list if it has one.</summary>
    public static IOpenApiSchema CreateSchema(Parameter parameter, SchemaRepository schemas)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. parameter.Allowed.Select(term => (JsonNode)term)] };
        if (parameter.ListName is not { } name)
            return schema;
        if (Vocabulary.All.FirstOrDefault(vocabulary => vocabulary.SchemaName == name) is { } vocabulary)
            return Reference(vocabulary, schemas);
        schema.Description = parameter.Description;
        schema.Example = parameter.Example.Split(',')[0];
        if (parameter.Name == "sort")
            DescribeSort(schema, parameter);
        schemas.Schemas.TryAdd(name, schema);
        return new OpenApiSchemaReference(name);
    }

    /// <summary>
    /// A minus is no part of a name in any language, so that generators would make one up. NSwag and Orval read x-enumNames, the OpenAPI
    /// Generator and openapi-typescript x-enum-varnames.
    /// </summary>
    private static void DescribeSort(OpenApiSchema schema, Parameter parameter)
    {
        schema.Description = "What the list can be sorted by; a minus before a key means descending order.";
        var names = parameter.Allowed.Select(key => key.StartsWith('-') ? ToPascalCase(key[1..]) + "Descending" : ToPascalCase(key));
        foreach (var extension in new[] { "x-enumNames", "x-enum-varnames" })
            schema.AddExtension(extension, new JsonNodeExtension(new JsonArray([.. names.Select(name => (JsonNode)name)])));
    }

    private static string ToPascalCase(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static IOpenApiSchema WithTerms(IOpenApiSchema property, Vocabulary vocabulary, SchemaFilterContext context)
    {
        var reference = Reference(vocabulary, context.SchemaRepository);
        if (property is OpenApiSchema { Type: JsonSchemaType.Array } list)
        {
            list.Items = reference;
            return list;
        }

        reference.Description = property.Description;
        reference.Examples = property.Example is { } example ? [example] : null;
        return reference;
    }

    private static OpenApiSchemaReference Reference(Vocabulary vocabulary, SchemaRepository schemas)
    {
        var terms = vocabulary.Terms.DistinctBy(term => term.Name).ToList(); // Two tools may judge a domain of the same name.
        schemas.Schemas.TryAdd(vocabulary.SchemaName, new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = $"{vocabulary.Description}\n\n{string.Join('\n', terms.Select(term => $"- `{term.Name}`: {term.Meaning}"))}",
            Enum = [.. terms.Select(term => (JsonNode)term.Name)],
            Example = terms[0].Name,
        });
        return new OpenApiSchemaReference(vocabulary.SchemaName);
    }
}
