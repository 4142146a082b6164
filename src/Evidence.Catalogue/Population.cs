namespace Evidence.Catalogue;

/// <summary>The people who took part.</summary>
public sealed record Population
{
    /// <summary>Conditions that people had, or the animal model.</summary>
    /// <example>["mdd"]</example>
    [Vocabulary("condition")]
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Whether entry asked that earlier treatment had failed; false also where no source that was read says so.</summary>
    /// <example>true</example>
    public required bool TreatmentResistant { get; init; }

    /// <summary>Minimum number of failed trials of treatment at entry.</summary>
    /// <example>2</example>
    public int? MinFailedTrials { get; init; }

    /// <summary>Over which period failed trials were counted.</summary>
    /// <example>lifetime</example>
    [Vocabulary("failed-trials-scope")]
    public required string FailedTrialsScope { get; init; }

    /// <summary>What entry asked of suicidality.</summary>
    /// <example>required</example>
    [Vocabulary("population-suicidality")]
    public required string Suicidality { get; init; }

    /// <summary>Lowest age at entry, in years.</summary>
    /// <example>18</example>
    public int? AgeMin { get; init; }

    /// <summary>Highest age at entry, in years.</summary>
    /// <example>65</example>
    public int? AgeMax { get; init; }

    /// <summary>Mean age in years.</summary>
    /// <example>46.7</example>
    public decimal? AgeMean { get; init; }

    /// <summary>Share of women, in percent.</summary>
    /// <example>66.7</example>
    public decimal? PercentFemale { get; init; }

    /// <summary>Scores of instruments at baseline.</summary>
    public required IReadOnlyList<Baseline> Baseline { get; init; }
}

/// <summary>A score at baseline, of one arm or of the whole study.</summary>
public sealed record Baseline
{
    /// <summary>Instrument of the score.</summary>
    /// <example>madrs</example>
    [Vocabulary("instrument")]
    public required string Instrument { get; init; }

    /// <summary>Mean score, in points of the instrument.</summary>
    /// <example>36.5</example>
    public decimal? Mean { get; init; }

    /// <summary>Standard deviation, in points of the instrument.</summary>
    /// <example>5.21</example>
    public decimal? Sd { get; init; }

    /// <summary>Number of people measured.</summary>
    /// <example>124</example>
    public int? N { get; init; }

    /// <summary>Arm; absent where the score is of the whole study.</summary>
    /// <example>ketamine</example>
    public string? Arm { get; init; }

    /// <summary>The part of the people it is about; absent where it is all of them.</summary>
    /// <example>stable remitters</example>
    public string? Subgroup { get; init; }
}
