namespace Evidence.Catalogue;

/// <summary>A study: the research itself (a trial, a review, an experiment), with everything that its reports say of it.</summary>
public sealed record Study
{
    /// <summary>Identifier: first author and year, a letter behind the year where two clash.</summary>
    /// <example>zarate-2006</example>
    public required string Id { get; init; }

    /// <summary>Short name as used in forest plots.</summary>
    /// <example>Zarate 2006</example>
    public required string Label { get; init; }

    /// <summary>Acronym under which the study is known.</summary>
    /// <example>TRANSFORM-2</example>
    public string? Acronym { get; init; }

    /// <summary>Title of the primary report, or of the registration where there is no report.</summary>
    /// <example>A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression</example>
    public required string Title { get; init; }

    /// <summary>How people came to receive what they received.</summary>
    /// <example>randomized-crossover</example>
    [Vocabulary("design")]
    public required string Design { get; init; }

    /// <summary>Who was kept from knowing the allocation.</summary>
    /// <example>double</example>
    [Vocabulary("masking")]
    public required string Masking { get; init; }

    /// <summary>Whether the study was completed.</summary>
    /// <example>completed</example>
    [Vocabulary("status")]
    public required string Status { get; init; }

    /// <summary>Entries in trial registers.</summary>
    public required IReadOnlyList<Registration> Registrations { get; init; }

    /// <summary>Countries in which people took part, as ISO 3166-1 alpha-2 codes.</summary>
    /// <example>["US"]</example>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Where people were treated.</summary>
    /// <example>inpatient</example>
    [Vocabulary("setting")]
    public required string Setting { get; init; }

    /// <summary>Who paid for the study.</summary>
    /// <example>public</example>
    [Vocabulary("funding")]
    public required string Funding { get; init; }

    /// <summary>Number of people randomized, or included if the study is not randomized.</summary>
    /// <example>18</example>
    public int? Enrolled { get; init; }

    /// <summary>The people who took part.</summary>
    public required Population Population { get; init; }

    /// <summary>Publications about the study.</summary>
    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>Groups that people were allocated to, or the sequences' conditions of a crossover.</summary>
    public required IReadOnlyList<Arm> Arms { get; init; }

    /// <summary>Outcomes, one for each measure at each time point.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>What the study says of how fast the effect came.</summary>
    public required IReadOnlyList<OnsetFinding> Onset { get; init; }

    /// <summary>Risk of bias of the study as a whole.</summary>
    public RiskOfBiasAssessment? RiskOfBias { get; init; }

    /// <summary>Mechanisms that the study measured, not those its discussion supposes.</summary>
    /// <example>["ampa-receptor"]</example>
    [Vocabulary("mechanism")]
    public required IReadOnlyList<string> Mechanisms { get; init; }

    /// <summary>One or two plain sentences: who, what against what, what was found.</summary>
    /// <example>Eighteen people received ketamine and saline infusions in a crossover; 71% responded the next day.</example>
    public required string Summary { get; init; }

    /// <summary>Every document that a figure of this record was read from.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Studies that share participants with this one and must not be pooled with it.</summary>
    public IReadOnlyList<SharedParticipants>? SharesParticipantsWith { get; init; }

    /// <summary>How the record was made.</summary>
    public required Extraction Extraction { get; init; }
}

/// <summary>An entry in a trial register.</summary>
public sealed record Registration
{
    /// <summary>Name of the register.</summary>
    /// <example>clinicaltrials.gov</example>
    [Vocabulary("registry")]
    public required string Registry { get; init; }

    /// <summary>The number under which the register holds the study.</summary>
    /// <example>NCT00088699</example>
    public required string Id { get; init; }
}

/// <summary>Another study with some of the same people.</summary>
public sealed record SharedParticipants
{
    /// <summary>Identifier of the other study.</summary>
    /// <example>su-2017</example>
    public required string Study { get; init; }

    /// <summary>Whether a source says so, or it is only probable.</summary>
    /// <example>probable</example>
    [Vocabulary("certainty")]
    public required string Certainty { get; init; }

    /// <summary>What points to it.</summary>
    /// <example>same group, hospital, doses and comparator; not stated in the text read</example>
    public string? Note { get; init; }
}

/// <summary>How a record was extracted.</summary>
public sealed record Extraction
{
    /// <summary>Extracted by one person, or by two independently.</summary>
    /// <example>double</example>
    [Vocabulary("extraction-method")]
    public required string Method { get; init; }

    /// <summary>Whether the figures were checked against the source a second time.</summary>
    /// <example>true</example>
    public required bool Checked { get; init; }

    /// <summary>Day of the extraction.</summary>
    /// <example>2026-11-23</example>
    public required DateOnly Date { get; init; }
}
