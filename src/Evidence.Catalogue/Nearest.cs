namespace Evidence.Catalogue;

/// <summary>The "did you mean" of every message about a value that is outside a closed list.</summary>
public static class Nearest
{
    /// <summary>
    /// The allowed value that the given one was probably meant to be; nothing where none is within a third of its letters.
    /// Capitals do not count as a difference; of two equally near values the earlier is taken. A beginning of four letters or more is
    /// held against the beginnings of the allowed values too: <c>randomised</c> is near <c>randomized-parallel</c>.
    /// </summary>
    public static string? Of(string given, IEnumerable<string> allowed)
    {
        var candidates = allowed as IReadOnlyList<string> ?? [.. allowed];
        return Of(given, candidates, candidate => candidate)
            ?? (given.Length < ShortestBeginning ? null : Of(given, candidates, candidate => candidate[..Math.Min(candidate.Length, given.Length)]));
    }

    private const int ShortestBeginning = 4;

    private static string? Of(string given, IReadOnlyList<string> candidates, Func<string, string> part)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var compared = part(candidate);
            var most = Math.Max(1, Math.Min(given.Length, compared.Length) / 3);
            // A length that differs by more cannot be near; so a huge input costs nothing either.
            if (Math.Abs(given.Length - compared.Length) > most)
                continue;
            var (one, other) = (given.ToUpperInvariant(), compared.ToUpperInvariant());
            var distance = Distance(one, other);
            if (distance <= most && !IsReplacedCode(one, other) && distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>A code of one or two letters with another letter is another code: UK is as far from CK as from any other.</summary>
    private static bool IsReplacedCode(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length < ShortestWord && (shorter.Length == 0 || shorter.Any(letter => !longer.Contains(letter)));
    }

    private const int ShortestWord = 3;

    /// <summary>Letters to insert, drop, replace, or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }

        return d[a.Length, b.Length];
    }
}
