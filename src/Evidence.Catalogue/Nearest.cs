namespace Evidence.Catalogue;

/// <summary>Finds the "did you mean" of every message about a value that is outside a closed list.</summary>
public static class Nearest
{
    /// <summary>
    /// Returns the allowed value that the given one was probably meant to be, or null if none is within a third of its letters.
    /// Capitals do not count as a difference; of two equally near values the earlier is taken. A beginning of four letters or more is
    /// compared with the beginnings of the allowed values too: <c>randomised</c> is near <c>randomized-parallel</c>.
    /// </summary>
    public static string? Find(string given, IEnumerable<string> allowed)
    {
        var candidates = allowed as IReadOnlyList<string> ?? [.. allowed];
        return Find(given, candidates, candidate => candidate)
            ?? (given.Length < MinBeginning ? null : Find(given, candidates, candidate => candidate[..Math.Min(candidate.Length, given.Length)]));
    }

    private const int MinBeginning = 4;

    private static string? Find(string given, IReadOnlyList<string> candidates, Func<string, string> part)
    {
        string? nearest = null;
        var minDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var compared = part(candidate);
            var maxDistance = Math.Max(1, Math.Min(given.Length, compared.Length) / 3);
            // A length that differs by more cannot be near; so a huge input costs no time either.
            if (Math.Abs(given.Length - compared.Length) > maxDistance)
                continue;
            var (one, other) = (given.ToUpperInvariant(), compared.ToUpperInvariant());
            var distance = ComputeDistance(one, other);
            if (distance <= maxDistance && !IsReplacedCode(one, other) && distance < minDistance)
                (nearest, minDistance) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Returns whether a code has another letter: of one or two letters, that is another code. UK is as far from CK as from any other.</summary>
    private static bool IsReplacedCode(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length < MinWord && (shorter.Length == 0 || shorter.Any(letter => !longer.Contains(letter)));
    }

    private const int MinWord = 3;

    /// <summary>Counts the letters to insert, drop, replace, or swap with their neighbour (optimal string alignment).</summary>
    private static int ComputeDistance(string a, string b)
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
