using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.Frame;

/// <summary>Marks a page that asks a question by a form: a question that is refused comes back in the form, to be mended there.</summary>
/// <param name="Render">Makes the page of a refused question.</param>
public sealed record FormPage(Func<HttpContext, Problem, Task<byte[]>> Render);
