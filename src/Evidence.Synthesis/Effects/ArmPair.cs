using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Synthesis.Effects;

/// <summary>Two arms of a study that an outcome compares, with everything that the source gives of them.</summary>
/// <param name="First">The arm that the effect is of.</param>
/// <param name="Second">The arm that it is compared with.</param>
/// <param name="FirstResult">Figures of the first arm.</param>
/// <param name="SecondResult">Figures of the second arm.</param>
/// <param name="Contrasts">Comparisons of the two that the source itself reports.</param>
public sealed record ArmPair(
    Arm First, Arm Second, ArmResult? FirstResult, ArmResult? SecondResult, IReadOnlyList<ReportedContrast> Contrasts)
{
    /// <summary>
    /// Creates the pairs of an outcome: each experimental arm against each comparator of which there are figures or a contrast, then any other
    /// arms that the source compares. A pair is directed, and is created once.
    /// </summary>
    public static IReadOnlyList<ArmPair> CreateAll(Study study, Outcome outcome)
    {
        var experimental = study.Arms.Where(arm => arm.Role == Terms.ArmRole.Experimental);
        var controls = study.Arms.Where(arm => arm.Role != Terms.ArmRole.Experimental).ToList();
        var pairs = experimental
            .SelectMany(_ => controls, (first, second) => Create(outcome, first, second))
            .Where(pair => pair is { FirstResult: not null, SecondResult: not null } or { Contrasts.Count: > 0 });
        var reported = outcome.Contrasts.Select(contrast => Create(
            outcome,
            study.Arms.First(arm => arm.Id == contrast.Arm),
            study.Arms.First(arm => arm.Id == contrast.Versus)));
        return [.. pairs.Concat(reported).DistinctBy(pair => (pair.First.Id, pair.Second.Id))];
    }

    private static ArmPair Create(Outcome outcome, Arm first, Arm second) => new(
        first,
        second,
        outcome.Results.FirstOrDefault(result => result.Arm == first.Id),
        outcome.Results.FirstOrDefault(result => result.Arm == second.Id),
        [.. outcome.Contrasts.Where(contrast => contrast.Arm == first.Id && contrast.Versus == second.Id)]);
}
