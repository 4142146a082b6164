using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>Says that nobody needs a key: an empty requirement is met by every request.</summary>
public sealed class AnonymousReads : IDocumentFilter
{
    /// <inheritdoc />
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) => swaggerDoc.Security = [[]];
}
