using Evidence.Formats;
using Microsoft.Net.Http.Headers;

namespace Evidence.Api.Http;

/// <summary>Chooses the format that a request accepts.</summary>
public static class MediaTypes
{
    /// <summary>
    /// Returns the first of the formats with the highest quality that Accept gives, or null if it takes none of them. An empty Accept, and the bare
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
