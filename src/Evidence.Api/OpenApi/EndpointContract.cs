using Evidence.Catalogue;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Api.OpenApi;

/// <summary>Describes an operation for the OpenAPI document beyond its route.</summary>
/// <param name="Parameters">The query parameters that it takes.</param>
/// <param name="MediaType">Media type of its one successful response.</param>
/// <param name="ResponseType">Type of that response; null for text.</param>
public sealed record EndpointContract(IReadOnlyList<Parameter> Parameters, string MediaType, Type? ResponseType)
{
    /// <summary>Describes the successful response; null to use the summary of <see cref="ResponseType"/>.</summary>
    public string? ResponseDescription { get; init; }

    /// <summary>Gets whether it reads the catalogue, so that the database may be unavailable to it.</summary>
    public bool NeedsDatabase { get; init; } = true;

    /// <summary>Gets whether a link of the response leads to the description of its columns.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Gets whether a valid selection may be impossible to pool.</summary>
    public bool MayBeUnpoolable { get; init; }

    /// <summary>Gets whether its response is a stream of events, which does not end by itself.</summary>
    public bool IsEventStream { get; init; }

    /// <summary>Lists the statuses of success, the usual one first.</summary>
    public IReadOnlyList<int> SuccessStatuses { get; init; } = [200];

    /// <summary>Gets the type of the body of the request; null if it has none.</summary>
    public Type? RequestType { get; init; }

    /// <summary>Gets the lowest role that may send the request; null if no key is needed.</summary>
    public string? Role { get; init; }

    /// <summary>Gets whether the request must say which version it is about.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Gets whether it may be sent again with the same <c>Idempotency-Key</c>.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Lists the statuses of problems beyond those that its kind of operation has.</summary>
    public IReadOnlyList<int> ProblemStatuses { get; init; } = [];

    /// <summary>Gets whether it follows the conventions of reads: checked parameters, a revision, by <c>revision</c> or <c>to</c>, a validator.</summary>
    public bool IsRevisioned => Parameters.Contains(RevisionParameters.Revision) || Parameters.Any(parameter => parameter.Name == RevisionParameters.To.Name);

    /// <summary>Gets whether it reads data that changes without a revision of the catalogue: the same conventions except for the revision.</summary>
    public bool IsUnversioned { get; init; }

    /// <summary>Gets whether it is anything other than a read that everybody may send.</summary>
    public bool IsWrite => Role is not null || IsRepeatable;

    /// <summary>Gets whether its response may name studies, and so warn of them: by the shared filters, or because it is one study or a look-up.</summary>
    public bool MayWarn => ResponseType == typeof(Study) || Parameters.Any(parameter => parameter.Name is "retractionStatus" or "id");

    /// <summary>Gets whether it returns its rows in pages.</summary>
    public bool IsPaged => Parameters.Contains(ListDefinition.CursorParameter);
}
