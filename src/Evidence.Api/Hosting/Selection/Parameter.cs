using Evidence.Api.Hosting.OpenApi;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Selection;

/// <summary>What a query parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>One or several terms of a closed list.</summary>
    Terms,

    /// <summary>One term of a closed list.</summary>
    Term,

    /// <summary>One or several words that no list closes, such as study identifiers.</summary>
    Words,

    /// <summary>One text.</summary>
    Text,

    /// <summary>One whole number.</summary>
    WholeNumber,

    /// <summary>One decimal number.</summary>
    Number,

    /// <summary>Several decimal numbers, each above the one before.</summary>
    RisingNumbers,

    /// <summary>true or false.</summary>
    Flag,
}

/// <summary>A query parameter: read, checked and documented from this one description.</summary>
/// <param name="Name">Name in the URL; parameters are told apart by case.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">One sentence, with the unit.</param>
/// <param name="Example">A value that makes sense.</param>
public sealed record Parameter(string Name, ParameterKind Kind, string Description, string Example)
{
    /// <summary>Longest text or word of a parameter that does not say otherwise.</summary>
    public const int LongestText = 500;

    /// <summary>Most values of a list.</summary>
    public const int MostValues = 100;

    /// <summary>The values that are allowed, where they are a closed list.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Name that the closed list has in the OpenAPI document, where it has one.</summary>
    public string? ListName { get; init; }

    /// <summary>The vocabulary whose terms it takes; nothing where it takes none.</summary>
    public string? VocabularyName { get; init; }

    /// <summary>Longest text or word that this parameter takes, in UTF-16 characters.</summary>
    public int Longest { get; init; } = LongestText;

    /// <summary>Lowest number.</summary>
    public decimal Minimum { get; init; }

    /// <summary>Highest number.</summary>
    public decimal Maximum { get; init; } = 1_000_000;

    /// <summary>The value that holds where the parameter is left out, for the documentation.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the default is put among the values where the parameter is left out.</summary>
    public bool IsFilledIn { get; init; }

    /// <summary>Whether the request must have it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the order of its values means something.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Whether it takes several values, repeated or with commas.</summary>
    public bool IsList => Kind is ParameterKind.Terms or ParameterKind.Words or ParameterKind.RisingNumbers;

    /// <summary>A parameter that takes terms of a vocabulary.</summary>
    public static Parameter OfTerms(string name, string vocabulary, string description) => OfTerms(name, ParameterKind.Terms, vocabulary, description);

    /// <summary>A parameter that takes one term of a vocabulary.</summary>
    public static Parameter OfTerm(string name, string vocabulary, string description) => OfTerms(name, ParameterKind.Term, vocabulary, description);

    private static Parameter OfTerms(string name, ParameterKind kind, string vocabulary, string description)
    {
        var terms = Vocabulary.Get(vocabulary).Terms;
        return new Parameter(name, kind, description, terms[0].Name)
        {
            Allowed = [.. terms.Select(term => term.Name)],
            ListName = VocabularySchemas.NameOf(vocabulary),
            VocabularyName = vocabulary,
        };
    }
}
