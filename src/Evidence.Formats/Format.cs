using Evidence.Formats.Citations;

namespace Evidence.Formats;

/// <summary>A format in which results are sent.</summary>
/// <param name="Name">Ending of the path that always gives it.</param>
/// <param name="MediaType">Media type as sent.</param>
public sealed record Format(string Name, string MediaType)
{
    /// <summary>Gets the media type with its parameters, as <c>Content-Type</c> has it.</summary>
    public string ContentType =>
        this == Csv ? "text/csv; charset=utf-8; header=present"
        : this == Html ? "text/html; charset=utf-8"
        : References is { } references && references != ReferenceFormat.CslJson ? $"{MediaType}; charset=utf-8"
        : MediaType;

    /// <summary>Gets how a bibliography is written; null if this is no format of bibliographies.</summary>
    public ReferenceFormat? References { get; private init; }

    /// <summary>JSON with <c>data</c> and <c>page</c>.</summary>
    public static readonly Format Json = new("json", "application/json");

    /// <summary>Comma-separated values, for tables.</summary>
    public static readonly Format Csv = new("csv", "text/csv");

    /// <summary>A vector image that scales.</summary>
    public static readonly Format Svg = new("svg", "image/svg+xml");

    /// <summary>Server-sent events of a stream.</summary>
    public static readonly Format Events = new("stream", "text/event-stream");

    /// <summary>A page for people to read.</summary>
    public static readonly Format Html = new("html", "text/html");

    /// <summary>One JSON object a line.</summary>
    public static readonly Format Ndjson = new("ndjson", "application/x-ndjson");

    /// <summary>Lists the formats of bibliographies.</summary>
    public static readonly IReadOnlyList<Format> Bibliographies =
        [.. ReferenceFormat.All.Select(references => new Format(references.Name, references.MediaType) { References = references })];
}
