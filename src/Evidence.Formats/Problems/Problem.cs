using Evidence.Catalogue;

namespace Evidence.Formats.Problems;

/// <summary>A problem (RFC 9457): what is wrong with a request, and where to correct it.</summary>
public sealed record Problem
{
    /// <summary>Stable identifier of the kind of problem; all are listed in <c>openapi/README.md</c>.</summary>
    /// <example>urn:evidence:problem:invalid-parameter</example>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words; the same for every occurrence.</summary>
    /// <example>A parameter is not valid</example>
    public required string Title { get; init; }

    /// <summary>HTTP status code of the response.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request, and what to do.</summary>
    /// <example>design 'randomised' is not a term of this parameter.</example>
    public string? Detail { get; init; }

    /// <summary>One entry for each parameter, or place of the body, that is not valid.</summary>
    public IReadOnlyList<ErrorDetail>? Errors { get; init; }

    /// <summary>Of a record that was withdrawn: the address of its last version.</summary>
    /// <example>/v1/studies/zarate-2006?revision=3</example>
    public string? LastVersion { get; init; }

    /// <summary>Converts the error of an operation.</summary>
    public static Problem FromError(Error error)
    {
        var type = ProblemType.FromKind(error.Kind);
        return new Problem
        {
            Type = type.Urn,
            Title = type.Title,
            Status = type.Status,
            Detail = error.Message,
            Errors = error.Details is { } details ? [.. details.Take(Error.MaxDetails)] : null,
            LastVersion = error.LastVersion,
        };
    }
}
