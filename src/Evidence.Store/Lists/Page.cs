
namespace Evidence.Store.Lists;

/// <summary>A page of a list.</summary>
/// <typeparam name="TRow">What one row is.</typeparam>
public sealed record Page<TRow>
{
    /// <summary>The rows of this page.</summary>
    public required IReadOnlyList<TRow> Data { get; init; }

    /// <summary>Where the page stands in the list.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("page")]
    public required PageInfo Info { get; init; }

    /// <summary>Studies of the whole list, not only of this page, with a report that is retracted or under an expression of concern; absent where there is none.</summary>
    public IReadOnlyList<Catalogue.RetractionWarning>? Warnings { get; init; }
}

/// <summary>Where a page stands in its list.</summary>
public sealed record PageInfo
{
    /// <summary>Value of <c>cursor</c> for the next page; absent on the last page.</summary>
    /// <example>AcLq3nJ7nl5bIjEiXQ</example>
    public string? NextCursor { get; init; }

    /// <summary>Number of rows of the whole list.</summary>
    /// <example>79</example>
    public required long Total { get; init; }
}
