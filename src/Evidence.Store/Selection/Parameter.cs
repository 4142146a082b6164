using Evidence.Catalogue;

namespace Evidence.Store.Selection;

/// <summary>Specifies what a query parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>It takes one or several terms of a closed list.</summary>
    Terms,

    /// <summary>It takes one term of a closed list.</summary>
    Term,

    /// <summary>It takes one or several words of an open set, such as study identifiers.</summary>
    Words,

    /// <summary>It takes one text.</summary>
    Text,

    /// <summary>It takes one whole number.</summary>
    WholeNumber,

    /// <summary>It takes one decimal number.</summary>
    Number,

    /// <summary>It takes several decimal numbers, each above the one before.</summary>
    RisingNumbers,

    /// <summary>It takes true or false.</summary>
    Flag,
}

/// <summary>Describes a query parameter, which is parsed, checked and documented from this one description.</summary>
/// <param name="Name">Name in the URL; parameters are told apart by case.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">One sentence, with the unit.</param>
/// <param name="Example">A value that makes sense.</param>
public sealed record Parameter(string Name, ParameterKind Kind, string Description, string Example)
{
    /// <summary>Specifies the maximum length of a text or word if the parameter does not say otherwise.</summary>
    public const int DefaultMaxLength = 500;

    /// <summary>Specifies the maximum number of values of a list.</summary>
    public const int MaxValues = 100;

    /// <summary>Gets the allowed values, if they are a closed list.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Gets the name of the closed list in the OpenAPI document, or null if it has none.</summary>
    public string? ListName { get; init; }

    /// <summary>Gets the vocabulary whose terms it takes, or null if it takes none.</summary>
    public string? VocabularyName { get; init; }

    /// <summary>Gets the maximum length of a text or word, in UTF-16 characters.</summary>
    public int MaxLength { get; init; } = DefaultMaxLength;

    /// <summary>Gets the lowest allowed number.</summary>
    public decimal Minimum { get; init; }

    /// <summary>Gets the highest allowed number.</summary>
    public decimal Maximum { get; init; } = 1_000_000;

    /// <summary>Gets the value that holds if the parameter is left out, for the documentation.</summary>
    public string? Default { get; init; }

    /// <summary>Gets whether the default is added to the values if the parameter is left out.</summary>
    public bool IsFilledIn { get; init; }

    /// <summary>Gets whether the request must have the parameter.</summary>
    public bool Required { get; init; }

    /// <summary>Gets whether the order of its values means something.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Gets whether it takes several values, repeated or with commas.</summary>
    public bool IsList => Kind is ParameterKind.Terms or ParameterKind.Words or ParameterKind.RisingNumbers;

    /// <summary>Creates a parameter that takes terms of a vocabulary.</summary>
    public static Parameter Terms(string name, string vocabulary, string description) => Terms(name, ParameterKind.Terms, vocabulary, description);

    /// <summary>Creates a parameter that takes one term of a vocabulary.</summary>
    public static Parameter Term(string name, string vocabulary, string description) => Terms(name, ParameterKind.Term, vocabulary, description);

    private static Parameter Terms(string name, ParameterKind kind, string vocabulary, string description)
    {
        var terms = Vocabulary.Get(vocabulary).Terms;
        return new Parameter(name, kind, description, terms[0].Name)
        {
            Allowed = [.. terms.Select(term => term.Name)],
            ListName = Vocabulary.Get(vocabulary).SchemaName,
            VocabularyName = vocabulary,
        };
    }
}
