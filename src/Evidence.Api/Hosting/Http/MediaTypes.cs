using Evidence.Formats.Citations;
using Microsoft.Net.Http.Headers;

namespace Evidence.Api.Hosting.Http;

/// <summary>A format in which a list is answered.</summary>
/// <param name="Name">Ending of the path that always gives it.</param>
/// <param name="MediaType">Media type as sent.</param>
public sealed record Format(string Name, string MediaType)
{
    /// <summary>The media type with its parameters, as <c>Content-Type</c> has it.</summary>
    public string ContentType =>
        this == Csv ? "text/csv; charset=utf-8; header=present"
        : this == Html ? "text/html; charset=utf-8"
        : References is { } references && references != ReferenceFormat.CslJson ? $"{MediaType}; charset=utf-8"
        : MediaType;

    /// <summary>How a bibliography is written in it; nothing where it is no format of bibliographies.</summary>
    public ReferenceFormat? References { get; private init; }

    /// <summary>JSON with <c>data</c> and <c>page</c>.</summary>
    public static readonly Format Json = new("json", "application/json");

    /// <summary>Comma-separated values.</summary>
    public static readonly Format Csv = new("csv", "text/csv");

    /// <summary>A picture that scales.</summary>
    public static readonly Format Svg = new("svg", "image/svg+xml");

    /// <summary>Server-sent events.</summary>
    public static readonly Format Events = new("stream", "text/event-stream");

    /// <summary>A page for people to read.</summary>
    public static readonly Format Html = new("html", "text/html");

    /// <summary>One JSON object a line.</summary>
    public static readonly Format Ndjson = new("ndjson", "application/x-ndjson");

    /// <summary>The formats of bibliographies.</summary>
    public static readonly IReadOnlyList<Format> Bibliographies =
        [.. ReferenceFormat.All.Select(references => new Format(references.Name, references.MediaType) { References = references })];
}

/// <summary>Chooses the format that a request accepts.</summary>
public static class MediaTypes
{
    /// <summary>
    /// The first of the formats with the highest quality that Accept gives; nothing where it takes none of them. An empty Accept, and the bare
    /// <c>*</c> that older clients send, ask for nothing in particular; of a list, what cannot be read is passed over.
    /// </summary>
    public static Format? Choose(HttpRequest request, IReadOnlyList<Format> formats)
    {
        if (request.Headers.Accept.All(line => (line ?? "").Trim(' ', ',') is "" or "*"))
            return formats[0];
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return null;
        return formats
            .Select(format => (Format: format, Quality: Quality(format, accepted)))
            .Where(choice => choice.Quality > 0)
            .OrderByDescending(choice => choice.Quality)
            .FirstOrDefault().Format;
    }

    /// <summary>The quality of the most specific range that holds the format (RFC 9110, 12.5.1).</summary>
    private static double Quality(Format format, IEnumerable<MediaTypeHeaderValue> accepted)
    {
        var offered = new MediaTypeHeaderValue(format.MediaType);
        return accepted
            .Where(range => offered.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}
