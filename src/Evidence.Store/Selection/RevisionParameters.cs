namespace Evidence.Store.Selection;

/// <summary>Defines the parameters that name revisions of the catalogue.</summary>
public static class RevisionParameters
{
    /// <summary>Defines the parameter that requests a read as of an older revision.</summary>
    public static readonly Parameter Revision =
        new("revision", ParameterKind.WholeNumber, "Reads as of this revision of the catalogue; the newest if left out.", "1") { Minimum = 1, Maximum = long.MaxValue };

    /// <summary>Defines the parameter of the revision from which a comparison begins.</summary>
    public static readonly Parameter From =
        new("from", ParameterKind.WholeNumber, "The earlier of the two revisions.", "0") { Minimum = 0, Maximum = long.MaxValue };

    /// <summary>Defines the parameter of the revision that a comparison leads to. A read that names it is of that revision, and never changes.</summary>
    public static readonly Parameter To =
        new("to", ParameterKind.WholeNumber, "The later of the two revisions; the newest by default.", "1") { Minimum = 1, Maximum = long.MaxValue };

    /// <summary>Defines the parameter that requests a read as of a named revision. Every operation that takes <c>revision</c> takes it too.</summary>
    public static readonly Parameter Release =
        new("release", ParameterKind.Text, "Reads as of this release, a named revision of the catalogue; in place of `revision`.", "2026.11") { MaxLength = 20 };

    /// <summary>Returns the query parameters of a read: its own, and <c>release</c> beside <c>revision</c>.</summary>
    public static IReadOnlyList<Parameter> WithRelease(IReadOnlyList<Parameter> parameters) =>
        parameters.Contains(Revision) ? [.. parameters, Release] : parameters;
}
