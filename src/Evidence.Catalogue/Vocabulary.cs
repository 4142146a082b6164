namespace Evidence.Catalogue;

/// <summary>A closed list of terms, such as the designs of a study.</summary>
public sealed record Vocabulary
{
    private static readonly Dictionary<string, Vocabulary> ByName = VocabularyFiles.Read().ToDictionary(vocabulary => vocabulary.Name);

    /// <summary>Gets all vocabularies, sorted by name.</summary>
    public static IReadOnlyList<Vocabulary> All { get; } = [.. ByName.Values.OrderBy(vocabulary => vocabulary.Name, StringComparer.Ordinal)];

    /// <summary>Returns the vocabulary of a name; a name that no file has is a bug of the caller.</summary>
    public static Vocabulary Get(string name) => ByName[name];

    /// <summary>Name of the vocabulary, in kebab case.</summary>
    /// <example>design</example>
    public required string Name { get; init; }

    /// <summary>Name of the vocabulary's schema in the OpenAPI document: <c>RiskOfBiasTool</c> for <c>risk-of-bias-tool</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string SchemaName => string.Concat(Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Name for people to read.</summary>
    /// <example>Study design</example>
    public required string Title { get; init; }

    /// <summary>What the terms tell apart.</summary>
    /// <example>How people were allocated to what they received.</example>
    public required string Description { get; init; }

    /// <summary>Members of the records that take these terms; <c>[]</c> stands for any item of a list.</summary>
    /// <example>["outcomes[].domain"]</example>
    public required IReadOnlyList<string> UsedBy { get; init; }

    /// <summary>The terms, in their natural order.</summary>
    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>Returns the term of a name, or null if the vocabulary does not have it.</summary>
    public Term? Find(string term) => Terms.FirstOrDefault(t => t.Name == term);
}

/// <summary>A term with its meaning and its names elsewhere.</summary>
public sealed record Term
{
    /// <summary>The term as records and parameters write it.</summary>
    /// <example>randomized-crossover</example>
    [System.Text.Json.Serialization.JsonPropertyName("term")]
    public required string Name { get; init; }

    /// <summary>The term as people read it.</summary>
    /// <example>Randomized, crossover</example>
    public required string Label { get; init; }

    /// <summary>What the term means, in one sentence.</summary>
    /// <example>Each person receives every intervention in a random order.</example>
    public required string Meaning { get; init; }

    /// <summary>Of an instrument: its full name.</summary>
    /// <example>Montgomery-Asberg Depression Rating Scale</example>
    public string? FullName { get; init; }

    /// <summary>Of an instrument: the lowest score possible, in points.</summary>
    /// <example>0</example>
    public decimal? RangeMin { get; init; }

    /// <summary>Of an instrument: the highest score possible, in points.</summary>
    /// <example>60</example>
    public decimal? RangeMax { get; init; }

    /// <summary>Of a domain of bias: the tool that it belongs to.</summary>
    /// <example>rob-2</example>
    public string? Tool { get; init; }

    /// <summary>Of a domain of bias: its place in the tool, from 1.</summary>
    /// <example>1</example>
    public int? Order { get; init; }

    /// <summary>Name of the term in ClinicalTrials.gov.</summary>
    /// <example>Intervention Model: CROSSOVER</example>
    public string? ClinicalTrialsGov { get; init; }

    /// <summary>Heading in the Medical Subject Headings.</summary>
    public MeshHeading? Mesh { get; init; }

    /// <summary>Code of the term in HL7 FHIR.</summary>
    public FhirCode? Fhir { get; init; }
}

/// <summary>A heading of the Medical Subject Headings (MeSH).</summary>
public sealed record MeshHeading
{
    /// <summary>Unique identifier of the heading.</summary>
    /// <example>D018592</example>
    public string? Id { get; init; }

    /// <summary>Name of the heading.</summary>
    /// <example>Cross-Over Studies</example>
    public required string Name { get; init; }
}

/// <summary>A code of HL7 FHIR.</summary>
public sealed record FhirCode
{
    /// <summary>Address of the code system.</summary>
    /// <example>http://hl7.org/fhir/research-study-status</example>
    public required string System { get; init; }

    /// <summary>The code in that system.</summary>
    /// <example>completed</example>
    public required string Code { get; init; }
}
