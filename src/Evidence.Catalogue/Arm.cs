namespace Evidence.Catalogue;

/// <summary>A group that people were allocated to, and what it received.</summary>
public sealed record Arm
{
    /// <summary>Identifier, unique in the study.</summary>
    /// <example>ketamine</example>
    public required string Id { get; init; }

    /// <summary>Name of the arm.</summary>
    /// <example>Ketamine 0.5 mg/kg</example>
    public required string Label { get; init; }

    /// <summary>The arm's part in the comparison.</summary>
    /// <example>experimental</example>
    [Vocabulary("arm-role")]
    public required string Role { get; init; }

    /// <summary>What the arm received.</summary>
    /// <example>ketamine</example>
    [Vocabulary("intervention")]
    public required string Intervention { get; init; }

    /// <summary>How it was given.</summary>
    /// <example>iv</example>
    [Vocabulary("route")]
    public required string Route { get; init; }

    /// <summary>Dose of one administration, in <c>doseUnit</c>; of a flexible dose the lowest.</summary>
    /// <example>0.5</example>
    public decimal? Dose { get; init; }

    /// <summary>Unit of the dose.</summary>
    /// <example>mg/kg</example>
    [Vocabulary("dose-unit")]
    public string? DoseUnit { get; init; }

    /// <summary>Highest dose of a flexible dose, in <c>doseUnit</c>.</summary>
    /// <example>84</example>
    public decimal? DoseMax { get; init; }

    /// <summary>Number of administrations to a person.</summary>
    /// <example>8</example>
    public int? Administrations { get; init; }

    /// <summary>Days from the first administration to the last.</summary>
    /// <example>25</example>
    public int? PeriodDays { get; init; }

    /// <summary>Minutes that one administration took.</summary>
    /// <example>40</example>
    public int? DurationMinutes { get; init; }

    /// <summary>What was given in addition.</summary>
    /// <example>new oral antidepressant</example>
    public string? Concomitant { get; init; }

    /// <summary>Number of people randomized to the arm.</summary>
    /// <example>18</example>
    public int? Randomized { get; init; }
}
