using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>What the OpenAPI document says of an operation beyond its route.</summary>
/// <param name="Parameters">The query parameters that it takes.</param>
/// <param name="MediaType">Media type of its one 200 answer.</param>
/// <param name="Body">What that answer is; null for text.</param>
public sealed record EndpointContract(IReadOnlyList<Parameter> Parameters, string MediaType, Type? Body)
{
    /// <summary>What the 200 answer is, in words; the summary of <see cref="Body"/> where nothing is said.</summary>
    public string? BodyDescription { get; init; }

    /// <summary>Whether it reads the catalogue, so that it may find the database away.</summary>
    public bool AsksDatabase { get; init; } = true;

    /// <summary>Whether a link of the answer leads to the description of its columns.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether a valid question may have no answer.</summary>
    public bool MayHaveNoAnswer { get; init; }

    /// <summary>Whether its answer is a stream of events, which does not end by itself.</summary>
    public bool IsStream { get; init; }

    /// <summary>Statuses of success, the usual one first.</summary>
    public IReadOnlyList<int> Successes { get; init; } = [200];

    /// <summary>What the body of the request is; nothing where it has none.</summary>
    public Type? Request { get; init; }

    /// <summary>The least role that may; nothing where nobody needs a key.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the request must say which version it is about.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether it may be sent again with the same <c>Idempotency-Key</c>.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Statuses of problems beyond those that its kind of operation has.</summary>
    public IReadOnlyList<int> MoreProblems { get; init; } = [];

    /// <summary>Whether it follows the conventions of reads: checked parameters, a revision, by <c>revision</c> or <c>to</c>, a validator.</summary>
    public bool IsOfRevision => Parameters.Contains(Http.ReadRequest.RevisionParameter) || Parameters.Any(parameter => parameter.Name == Http.ReadRequest.ToParameter.Name);

    /// <summary>Whether it reads what changes without a revision of the catalogue: the same conventions but for the revision.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether it is no read that everybody may send.</summary>
    public bool IsWrite => Role is not null || IsRepeatable;

    /// <summary>Whether its answer may touch studies, and so warn of them: by the shared filters, or because it is one study or a look-up.</summary>
    public bool MayWarn => Body == typeof(Catalogue.Study) || Parameters.Any(parameter => parameter.Name is "retractionStatus" or "id");

    /// <summary>Whether it gives pages.</summary>
    public bool IsPaged => Parameters.Contains(Lists.ListDefinition.CursorParameter);
}
