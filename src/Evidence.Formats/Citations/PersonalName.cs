using System.Text.RegularExpressions;

namespace Evidence.Formats.Citations;

/// <summary>An author: the parts of a person's name, or the whole name of a group.</summary>
public sealed partial record PersonalName
{
    private PersonalName()
    {
    }

    /// <summary>The whole name of a group, or of a person who cannot be told from one; the other members are empty then.</summary>
    public string? Literal { get; private init; }

    /// <summary>Family name without the particle: <c>Asselt</c>.</summary>
    public string Family { get; private init; } = "";

    /// <summary>Words in small letters before the family name: <c>van</c>, <c>aan het</c>.</summary>
    public string? Particle { get; private init; }

    /// <summary>Initials with points: <c>A. D. I.</c></summary>
    public string Given { get; private init; } = "";

    /// <summary>Suffix after the name: <c>Jr</c>, <c>3rd</c>.</summary>
    public string? Suffix { get; private init; }

    /// <summary>Particle and family name, for sorting by those who keep them together.</summary>
    public string FullFamily => Particle is null ? Family : $"{Particle} {Family}";

    /// <summary>
    /// Parses a name that is written as PubMed does, <c>Family GI</c>. A name without initials at its end, one with a comma and one
    /// with a word that only groups have stay whole: a part that is guessed wrong is worse than none.
    /// </summary>
    public static PersonalName Parse(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words);
        if (words.Length < 2 || name.Contains(',', StringComparison.Ordinal) || GroupWord().IsMatch(name))
            return new PersonalName { Literal = name };
        var suffix = words.Length > 2 && SuffixForm().IsMatch(words[^1]) && InitialsForm().IsMatch(words[^2]) ? words[^1] : null;
        var end = words.Length - (suffix is null ? 0 : 1);
        var initials = end;
        while (initials > 1 && InitialsForm().IsMatch(words[initials - 1]))
            initials--;
        if (initials == end)
            return new PersonalName { Literal = name };
        var particles = words.Take(initials - 1).TakeWhile(word => char.IsLower(word[0])).Count();
        return new PersonalName
        {
            Family = string.Join(' ', words[particles..initials]),
            Particle = particles == 0 ? null : string.Join(' ', words[..particles]),
            Given = string.Join(' ', words[initials..end].SelectMany(AddPoints)),
            Suffix = suffix,
        };
    }

    /// <summary>Writes initials with points: <c>CA</c> is <c>C. A.</c>; <c>J-P</c> is one name, <c>J.-P.</c></summary>
    private static IEnumerable<string> AddPoints(string initials) =>
        Initial().Matches(initials).Select(match => string.Join('-', match.Value.Split('-').Select(letter => letter + ".")));

    [GeneratedRegex(@"^\p{Lu}(-?\p{Lu}){0,5}\z")]
    private static partial Regex InitialsForm();

    [GeneratedRegex(@"\p{Lu}(-\p{Lu})*")]
    private static partial Regex Initial();

    [GeneratedRegex(@"^(Jr\.?|Sr\.?|2nd|3rd|4th|5th|II|III|IV)\z")]
    private static partial Regex SuffixForm();

    [GeneratedRegex(@"\b(group|investigators?|consortium|collaborat\w+|committee|team|network|study|trial|society|association|initiative|foundation|institute|university|hospital|centre|center|department|working party|for|and|of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GroupWord();
}
