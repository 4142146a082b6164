namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>By what one effect is chosen of each study.</summary>
public sealed record ChoiceRules
{
    /// <summary>The measure of all effects.</summary>
    public required string Measure { get; init; }

    /// <summary>Hours from the first dose that are asked for.</summary>
    public decimal? AtHours { get; init; }

    /// <summary>How far from <see cref="AtHours"/> a measurement may be, in hours.</summary>
    public decimal? WithinHours { get; init; }

    /// <summary>Instruments in order of priority; those not named come after them, in the order of the vocabulary.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>What is done where several arms answer, a term of <c>multi-arm</c>.</summary>
    public string MultiArm { get; init; } = "combine";

    /// <summary>What is done with crossovers, a term of <c>crossover-handling</c>.</summary>
    public string Crossover { get; init; } = "include";

    /// <summary>Which sign of an effect is to speak for the first arm; that of most effects where nothing is said.</summary>
    public string? Benefit { get; init; }

    /// <summary>Whether the question names designs, and so wants those that are not randomized.</summary>
    public bool NamesDesigns { get; init; }

    /// <summary>What is done with studies whose primary report is retracted, a term of <c>retracted-handling</c>.</summary>
    public string Retracted { get; init; } = "exclude";

    /// <summary>Whether studies go in whose primary report is retracted.</summary>
    public bool TakesRetracted => Retracted == "include";
}
