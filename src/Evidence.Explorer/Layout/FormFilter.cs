using Evidence.Catalogue;
using Evidence.Formats.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Evidence.Explorer.Layout;

/// <summary>Allows a form more than the usual number of fields.</summary>
/// <param name="MaxFields">Maximum number of fields.</param>
public sealed record FormSize(int MaxFields);

/// <summary>
/// Reads a form and lets it through if it comes from a page of this site. ASP.NET Core's antiforgery compares the hidden field with a cookie;
/// before that, the form is read within limits, so that a form that is malformed or too large gets the error for that.
/// </summary>
public sealed class FormFilter(Pages pages, IAntiforgery antiforgery) : IEndpointFilter
{
    /// <summary>Name of the hidden field.</summary>
    public const string FieldName = "form-token";

    /// <summary>Maximum length of the value of a field, in bytes; the record of a study is the longest.</summary>
    public const int MaxValueLength = 8 * 1024 * 1024;

    /// <summary>A value may be three times as long when it is encoded.</summary>
    private const int MaxBodyLength = (3 * MaxValueLength) + (64 * 1024);

    private const int DefaultMaxFields = 64;

    /// <summary>No operation of the API has forms, so that the contract does not list this problem.</summary>
    private static readonly Problem ForeignForm = new()
    {
        Type = "urn:evidence:problem:foreign-form",
        Title = "The form does not come from a page of this site",
        Status = StatusCodes.Status403Forbidden,
        Detail = "The form is not one of this site, or its browser has no cookie any more. Go back, load the page again, and send it once more.",
    };

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (await ReadFormAsync(http) is { } error)
            return await pages.RespondErrorAsync(http, error);
        return IsFromThisSite(http.Request) && await antiforgery.IsRequestValidAsync(http)
            ? await next(context)
            : await pages.RespondUncachedAsync<ProblemPage, Problem>(http, ForeignForm, ForeignForm.Status);
    }

    /// <summary>Browsers say themselves where a request comes from; older ones send no such header.</summary>
    private static bool IsFromThisSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    /// <summary>Reads the form for the handler; returns the error if it cannot be read, else null.</summary>
    private static async Task<Error?> ReadFormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return new Error(ErrorKind.MalformedRequest, "This address takes the form of its page.");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBodyLength;
        var maxFields = http.GetEndpoint()?.Metadata.GetMetadata<FormSize>()?.MaxFields ?? DefaultMaxFields;
        try
        {
            await http.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = MaxValueLength, ValueCountLimit = maxFields }, http.RequestAborted);
            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            return new Error(ErrorKind.MalformedRequest, "The form cannot be read: it is cut off, or its encoding is broken.");
        }
        catch (InvalidDataException)
        {
            return new Error(ErrorKind.ContentTooLarge, $"The form is too large: at most {maxFields} fields are taken, each of at most {MaxValueLength} bytes.");
        }
    }

    /// <summary>Whether a form cannot be read, rather than being too large: it is cut off, or in an unknown encoding.</summary>
    private static bool IsBroken(Exception e) => e switch
    {
        InvalidDataException => !e.Message.Contains(" limit ", StringComparison.Ordinal),
        IOException => e is not BadHttpRequestException,
        _ => e is NotSupportedException,
    };
}
