using Evidence.Catalogue.Vocabularies;

namespace Evidence.Synthesis.Choice;

/// <summary>The settings by which one effect is chosen of each study.</summary>
public sealed record ChoiceRules
{
    /// <summary>The measure of all effects.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>Hours from the first dose that are asked for.</summary>
    public decimal? AtHours { get; init; }

    /// <summary>Maximum distance of a measurement from <see cref="AtHours"/>, in hours.</summary>
    public decimal? WithinHours { get; init; }

    /// <summary>Instruments in order of priority; those not named come after them, in the order of the vocabulary.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>What is done if several arms of a study answer.</summary>
    public MultiArm MultiArm { get; init; } = MultiArm.Combine;

    /// <summary>What is done with the figures of crossovers.</summary>
    public CrossoverHandling Crossover { get; init; } = CrossoverHandling.Include;

    /// <summary>Which sign of an effect is to speak for the first arm, a term of <c>benefit</c>; null takes that of most effects.</summary>
    public string? Benefit { get; init; }

    /// <summary>Whether the question names designs, and so asks for those that are not randomized.</summary>
    public bool NamesDesigns { get; init; }

    /// <summary>What is done with studies whose primary report is retracted.</summary>
    public RetractedHandling Retracted { get; init; } = RetractedHandling.Exclude;

    /// <summary>Whether studies are pooled whose primary report is retracted.</summary>
    public bool IncludesRetracted => Retracted == RetractedHandling.Include;
}
