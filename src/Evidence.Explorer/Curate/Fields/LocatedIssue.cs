using Evidence.Catalogue;

namespace Evidence.Explorer.Curate.Fields;

/// <summary>An issue of a rule and where it is: at a field of the form, or in a line of the text.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Location">Name of the field or number of the line, for people.</param>
/// <param name="Place">Pointer of the nearest field or group, empty for the whole record; null if the record is edited as text.</param>
/// <param name="Excerpt">The line of the text; null if the record is edited as fields.</param>
public sealed record LocatedIssue(ValidationIssue Issue, string Location, string? Place, string? Excerpt);
