namespace Evidence.Store.Reads;

/// <summary>Creates the address under which a read returns the same result for ever.</summary>
public static class PinnedAddress
{
    /// <summary>Replaces release or revision of an address by a revision; characters that would end a header early are escaped.</summary>
    /// <param name="path">Path that was asked for.</param>
    /// <param name="queryString">Its query, with or without the question mark.</param>
    /// <param name="parameter">Name of the parameter that takes the revision.</param>
    /// <param name="revision">The revision.</param>
    public static string Create(string path, string? queryString, string parameter, long revision)
    {
        var others = (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => pair.Split('=')[0] != "release");
        return Escape(path + "?" + string.Join('&', others.Append(FormattableString.Invariant($"{parameter}={revision}"))));
    }

    /// <summary>Escapes the characters that would end an address early in a header: clients may send them unescaped.</summary>
    public static string Escape(string address) =>
        address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);
}
