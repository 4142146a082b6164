namespace Evidence.Catalogue;

/// <summary>Declares that a text, or each text of a list, is a term of the named vocabulary.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VocabularyAttribute(string name) : Attribute
{
    /// <summary>Name of the vocabulary, as in <c>db/catalogue/vocabularies</c>.</summary>
    public string Name { get; } = name;
}
