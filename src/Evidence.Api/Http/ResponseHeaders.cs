using System.Globalization;
using Evidence.Catalogue;
using Evidence.Formats.Problems;
using Evidence.Store.Reads;
using Evidence.Store.Selection;

namespace Evidence.Api.Http;

/// <summary>Sets the headers that responses of the API share.</summary>
public static class ResponseHeaders
{
    /// <summary>The header that says which revision the response is of.</summary>
    public const string Revision = "Catalogue-Revision";

    /// <summary>The header by which a client of a stream of events says which one it had last.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>How long a response that never changes may be kept.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>Sets what says of which revision a read is, and under which address it stays the same.</summary>
    public static void SetRevision(HttpContext http, ReadQuery query, IReadOnlyList<Parameter> parameters)
    {
        SetRevision(http, query.Revision);
        if (query.IsPinned && query.Release is null)
            return;
        var parameter = parameters.Contains(RevisionParameters.Revision) ? RevisionParameters.Revision : RevisionParameters.To;
        http.Response.Headers.ContentLocation = PinnedAddress.Create(http.Request.Path, http.Request.QueryString.Value, parameter.Name, query.Revision);
    }

    /// <summary>Sets the revision alone.</summary>
    public static void SetRevision(HttpContext http, long revision) => http.Response.Headers[Revision] = revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Sets the validator of a response, and how long it may be kept; returns whether the client's copy is current.</summary>
    public static bool SetValidator(HttpContext http, string etag, bool isImmutable)
    {
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = isImmutable ? Immutable : "no-cache";
        return EntityTag.Matches(http.Request.Headers.IfNoneMatch, etag);
    }

    /// <summary>Names the studies with a report that is retracted or under an expression of concern; sets no header if there are none.</summary>
    public static void SetWarnings(HttpContext http, IEnumerable<RetractionWarning>? warnings)
    {
        if (EvidenceWarning.Write(warnings ?? []) is { Length: > 0 } warning)
            http.Response.Headers[EvidenceWarning.Header] = warning;
    }

    /// <summary>Adds the link to the next page; adds none on the last page.</summary>
    public static void AddNextPage(HttpContext http, string? cursor)
    {
        if (cursor is not null)
            http.Response.Headers.Append("Link", $"<{CreateAddress(http.Request, "cursor", cursor)}>; rel=\"next\"");
    }

    /// <summary>Adds the link to the description of the columns of a CSV.</summary>
    public static void AddCsvDescription(HttpContext http, string path, string query = "") => http.Response.Headers.Append(
        "Link", $"<{CreateAddress(http.Request, $"{path}.csv-metadata.json{query}")}>; rel=\"describedby\"; type=\"{CsvDescription.MediaType}\"");

    /// <summary>Returns the absolute address of a path; a relative one if the client did not name the host (HTTP/1.0).</summary>
    public static string CreateAddress(HttpRequest request, string pathAndQuery) =>
        (request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "") + request.PathBase + PinnedAddress.Escape(pathAndQuery);

    private static string CreateAddress(HttpRequest request, string name, string value)
    {
        var others = (request.QueryString.Value ?? "").TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=')[0] != name);
        return CreateAddress(request, request.Path + "?" + string.Join('&', others.Append($"{name}={Uri.EscapeDataString(value)}")));
    }
}
