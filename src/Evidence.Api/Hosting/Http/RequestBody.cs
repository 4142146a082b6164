using Evidence.Catalogue;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Evidence.Api.Hosting.Http;

/// <summary>Reads the JSON that a write brings.</summary>
public static class RequestBody
{
    /// <summary>The bytes; nothing where a problem (413, 415) has been sent instead.</summary>
    public static async Task<byte[]?> ReadBytesAsync(HttpContext http, int mostBytes)
    {
        if (!IsJson(http.Request.ContentType))
        {
            var found = string.IsNullOrEmpty(http.Request.ContentType) ? "none" : $"'{Selection.QueryReader.Shown(http.Request.ContentType)}'";
            await Answer.ProblemAsync(http, ProblemTypes.UnsupportedMediaType.With($"Content-Type is {found}; send application/json."));
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = mostBytes;
        if (http.Request.ContentLength > mostBytes)
        {
            await Answer.ProblemAsync(http, ProblemTypes.ContentTooLarge.With($"The body has {http.Request.ContentLength} bytes; at most {mostBytes} are taken."));
            return null;
        }

        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        return bytes.ToArray();
    }

    /// <summary>The record; nothing where a problem (422) has been sent instead.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext http, byte[] bytes) where T : class
    {
        var read = CatalogueJson.Read<T>(bytes);
        if (read.Value is null)
            await RefuseAsync(http, read.Findings);
        return read.Value;
    }

    /// <summary>Sends what the rules found as a problem (422), errors first.</summary>
    public static Task RefuseAsync(HttpContext http, IReadOnlyList<Finding> findings) => Answer.ProblemAsync(http, Refusal(findings));

    /// <summary>What the rules found as a problem.</summary>
    public static Problem Refusal(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var shown = errors.Take(Selection.QueryReader.MostErrors).Select(ParameterError.Of).ToList();
        var more = errors.Count > shown.Count ? $" Only the first {shown.Count} of {errors.Count} errors are listed." : "";
        return ProblemTypes.InvalidRecord.With(string.Join(" ", shown.Select(error => $"{error.Pointer}: {Sentence(error.Detail)}")) + more, shown);
    }

    private static string Sentence(string text) => text.EndsWith('?') || text.EndsWith('.') ? text : text + ".";

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
