using Evidence.Catalogue;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>What the third revision changes, as if a misprint had been found: MADRS at 24 hours fell one point more under midazolam.</summary>
internal static class Correction
{
    /// <summary>Identifier of a correction that somebody reported of the same study.</summary>
    public const string Id = "reported";

    /// <summary>The study whose figures are corrected.</summary>
    public const string StudyId = "murrough-2013";

    /// <summary>The outcome that they belong to.</summary>
    public const string OutcomeId = "madrs-24h";

    /// <summary>The study with the figures corrected.</summary>
    public static Study Of(Study study) =>
        study with { Outcomes = [.. study.Outcomes.Select(outcome => outcome.Id == OutcomeId ? Of(outcome) : outcome)] };

    private static Outcome Of(Outcome outcome) => outcome with
    {
        Results = [.. outcome.Results.Select(result => result.Arm == "midazolam" ? result with { Mean = result.Mean - 1 } : result)],
        Contrasts = [.. outcome.Contrasts.Select(contrast => contrast with
        {
            Estimate = contrast.Estimate + 1,
            CiLow = contrast.CiLow + 1,
            CiHigh = contrast.CiHigh + 1,
        })],
    };
}
