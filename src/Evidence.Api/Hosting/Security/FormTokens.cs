using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Evidence.Api.Hosting.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Evidence.Api.Hosting.Security;

/// <summary>How many fields a form may have that has more than a few.</summary>
/// <param name="MostFields">The most.</param>
public sealed record FormSize(int MostFields);

/// <summary>
/// Sees that a form comes from a page of this site: its hidden field is a keyed digest of a cookie that other sites can neither read nor set
/// (OWASP, signed double submit). Any process can check it, because there is nothing to share.
/// </summary>
public static class FormTokens
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "form-token";

    /// <summary>Longest value of a field, in bytes; a study's record is the longest.</summary>
    public const int LongestValue = 8 * 1024 * 1024;

    /// <summary>A value may be three times as long when it is encoded.</summary>
    private const int LongestBody = (3 * LongestValue) + (64 * 1024);

    /// <summary>No operation of the API has forms, so the contract does not list it.</summary>
    private static readonly ProblemType ForeignForm = new(403, "foreign-form", "The form does not come from a page of this site");

    private const int SecretBytes = 32;
    private const int MostFields = 64;

    /// <summary>The token for the forms of a page; sets the cookie where the browser has none.</summary>
    public static string Issue(HttpContext http)
    {
        if (SiteCookie.Form.Read(http.Request) is { } secret)
            return TokenOf(secret);
        secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        SiteCookie.Form.Set(http, secret);
        return TokenOf(secret);
    }

    /// <summary>Lets a form through whose token is right; else sends the problem (400, 403, 413).</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (await FaultAsync(http) is not { } fault)
            return await next(context);
        await Answer.ProblemAsync(http, fault);
        return TypedResults.Empty;
    }

    private static async Task<Problem?> FaultAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return ProblemTypes.MalformedRequest.With("This address takes the form of its page.");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestBody;
        var mostFields = http.GetEndpoint()?.Metadata.GetMetadata<FormSize>()?.MostFields ?? MostFields;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = LongestValue, ValueCountLimit = mostFields }, http.RequestAborted);
        }
        catch (Exception fault) when (IsBroken(fault))
        {
            return ProblemTypes.MalformedRequest.With("The form cannot be read: it is cut off, or its encoding is broken.");
        }
        catch (InvalidDataException)
        {
            return ProblemTypes.ContentTooLarge.With($"The form is too large: at most {mostFields} fields are taken, each of at most {LongestValue} bytes.");
        }

        // Browsers say so themselves where a request comes from; older ones send no such header.
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" && SiteCookie.Form.Read(http.Request) is { } secret && AreSame(TokenOf(secret), form[Field].ToString())
            ? null
            : ForeignForm.With("The form is not one of this site, or its browser has no cookie any more. Go back, load the page again, and send it once more.");
    }

    /// <summary>Whether a form cannot be read, rather than being too large: cut off, or in an encoding that nobody knows.</summary>
    private static bool IsBroken(Exception fault) => fault switch
    {
        InvalidDataException => !fault.Message.Contains(" limit ", StringComparison.Ordinal),
        IOException => fault is not BadHttpRequestException,
        _ => fault is NotSupportedException,
    };

    private static bool AreSame(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string TokenOf(string secret) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "evidence form"u8));
}
