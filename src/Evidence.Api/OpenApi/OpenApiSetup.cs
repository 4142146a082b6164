using Evidence.Api.Http;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Store.Documentation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Evidence.Api.OpenApi;

/// <summary>Serves the contract from one Swashbuckle set-up as OpenAPI 3.1 and 3.0, with a page to read and try it.</summary>
public static class OpenApiSetup
{
    /// <summary>Format of numbers that keep the digits they were reported with; generated clients take a decimal type for them.</summary>
    public const string DecimalFormat = "decimal";

    private const string DocumentName = "v1";
    private const string PagePath = "/docs";
    private const string ScriptPath = "/docs/examples.js";

    private const string Description = """
        An open catalogue of the literature evidence on ketamine and esketamine for treatment-resistant depression.

        Reads are anonymous. Filters are shared by all lists: a repeated parameter, or commas, mean *or*; different parameters mean *and*.
        Parameters about an arm hold on one arm, those about an outcome on one outcome. What no source reports is absent, never zero.
        Writes take the key of a curator or an admin (`Authorization: Bearer`).
        Every read of the catalogue takes `revision`, or the name of a `release`, and then returns the same result for ever; `Catalogue-Revision` says which revision the response is of.

        This is no medical advice. Ketamine is given only under trained supervision.
        """;

    /// <summary>Registers the generator of the documents.</summary>
    public static void AddOpenApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(generator =>
        {
            generator.SwaggerDoc(DocumentName, new OpenApiInfo
            {
                Title = "Evidence",
                Version = "1",
                Description = Description,
                License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
                Contact = new OpenApiContact { Name = "The Evidence developers" },
            });
            generator.AddServer(new OpenApiServer { Url = "/", Description = "The service that this document comes from." });
            generator.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethods.Head);
            generator.MapType<decimal>(() => new OpenApiSchema { Type = JsonSchemaType.Number, Format = DecimalFormat });
            generator.SupportNonNullableReferenceTypes();
            generator.NonNullableReferenceTypesAsRequired();
            generator.CustomSchemaIds(SchemaId);
            foreach (var file in MemberDocumentation.Files)
                generator.IncludeXmlComments(file);
            generator.SchemaFilter<VocabularySchemas>();
            generator.OperationFilter<Operations>();
            generator.DocumentFilter<TagDescriptions>();
            generator.DocumentFilter<SharedComponents>();
            generator.DocumentFilter<AnonymousReads>();
        });
    }

    /// <summary>Serves the documents and the page.</summary>
    public static void UseOpenApi(this WebApplication app)
    {
        app.MapDocument("/openapi/v1.json", OpenApiSpecVersion.OpenApi3_1);
        app.MapDocument("/openapi/v1.oas30.json", OpenApiSpecVersion.OpenApi3_0);
        app.MapMethods(ScriptPath, [HttpMethods.Get, HttpMethods.Head], () =>
            TypedResults.Stream(typeof(OpenApiSetup).Assembly.GetManifestResourceStream("examples.js")!, "text/javascript")).ExcludeFromDescription();
        app.Use(RestrictPageToThisHostAsync);
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = PagePath[1..];
            page.SwaggerEndpoint("/openapi/v1.json", "Evidence");
            page.DocumentTitle = "Evidence: API";
            page.DefaultModelsExpandDepth(0);
            page.EnableDeepLinking();
            page.InjectJavascript(ScriptPath);
            page.ConfigObject.AdditionalItems["validatorUrl"] = null!;
        });
    }

    /// <summary>Tells the browser to refuse anything that the page would request from another host.</summary>
    private static Task RestrictPageToThisHostAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(PagePath, StringComparison.Ordinal))
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
        return next(http);
    }

    private static void MapDocument(this WebApplication app, string path, OpenApiSpecVersion version)
    {
        byte[]? bytes = null;
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], async (HttpContext http, ISwaggerProvider documents) =>
        {
            bytes ??= await SerializeAsync(documents, version, http.RequestAborted);
            await new ContentResponse(bytes, Format.Json.MediaType).ExecuteAsync(http);
        }).ExcludeFromDescription();
    }

    private static async Task<byte[]> SerializeAsync(ISwaggerProvider documents, OpenApiSpecVersion version, CancellationToken cancel) =>
        System.Text.Encoding.UTF8.GetBytes(
            (await documents.GetSwagger(DocumentName).SerializeAsJsonAsync(version, cancel)).ReplaceLineEndings("\n") + "\n");

    /// <summary>Returns the name of a schema. A term is a member of itself, and generated classes cannot have the name of one of their members.</summary>
    private static string SchemaId(Type type)
    {
        if (type == typeof(Term))
            return "VocabularyTerm";
        return type.IsGenericType ? type.GenericTypeArguments[0].Name + "Page" : type.Name;
    }
}
