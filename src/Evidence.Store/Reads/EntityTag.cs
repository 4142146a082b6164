namespace Evidence.Store.Reads;

/// <summary>Compares validators as <c>If-None-Match</c> asks for (RFC 9110, 13.1.2: weak comparison).</summary>
public static class EntityTag
{
    /// <summary>Returns whether the lines of <c>If-None-Match</c> name the tag, so that the client's copy is current.</summary>
    public static bool Matches(IEnumerable<string?> ifNoneMatch, string etag) =>
        ifNoneMatch.Any(line => line is not null && line.Split(',').Select(tag => tag.Trim()).Any(tag => tag == "*" || Opaque(tag) == Opaque(etag)));

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
