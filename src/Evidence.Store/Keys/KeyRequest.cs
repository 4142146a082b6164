using Evidence.Catalogue;

namespace Evidence.Store.Keys;

/// <summary>A request for a new key.</summary>
public sealed record KeyRequest
{
    private const int MaxNameLength = 100;

    /// <summary>Who is to hold it: revisions name the actor so. At most 100 characters.</summary>
    /// <example>Jane Doe</example>
    public required string Name { get; init; }

    /// <summary>What its holder may do.</summary>
    /// <example>curator</example>
    [Vocabulary("key-role")]
    public required string Role { get; init; }

    /// <summary>From when on it is refused; left out for never.</summary>
    /// <example>2027-11-26T00:00:00+00:00</example>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Returns what is wrong with the request; empty if it is valid.</summary>
    public IReadOnlyList<ValidationIssue> Check(DateTimeOffset now)
    {
        var issues = new List<ValidationIssue>();
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MaxNameLength || Name.Any(char.IsControl))
            issues.Add(ValidationIssue.Error("/name", $"The name has {Name.Length} characters; expected 1 to {MaxNameLength}, none of them a control character"));
        var roles = Vocabulary.Get("key-role").Terms.Select(term => term.Name).ToList();
        if (!roles.Contains(Role))
            issues.Add(ValidationIssue.NotAmong("/role", Role, "role", roles));
        if (ExpiresAt <= now)
            issues.Add(ValidationIssue.Error("/expiresAt", $"{ExpiresAt:u} is past; expected a time to come"));
        return issues;
    }
}
