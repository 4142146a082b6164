using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Networks;

/// <summary>Holds a study of two or more treatments, as contrasts with one of its arms.</summary>
/// <param name="Study">Its name.</param>
/// <param name="Baseline">The treatment of the arm that the others are compared with.</param>
/// <param name="Contrasts">The other arms against it.</param>
/// <param name="BaselineVariance">The sampling variance of the baseline arm, which is the covariance of any two contrasts; unused
/// of two arms.</param>
public sealed record NetworkStudy(string Study, string Baseline, IReadOnlyList<NetworkContrast> Contrasts, double BaselineVariance)
{
    /// <summary>Converts one contrast to a study of two arms.</summary>
    public static NetworkStudy FromContrast(string study, string treatment, string comparator, EffectSize effect) =>
        new(study, comparator, [new NetworkContrast(treatment, effect)], 0);

    /// <summary>Converts arms to a study, on a scale whose contrasts are differences: means, log odds, log risks.</summary>
    public static NetworkStudy FromArms(string study, IReadOnlyList<(string Treatment, EffectSize Arm)> arms) => new(
        study,
        arms[0].Treatment,
        [
            .. arms.Skip(1).Select(arm => new NetworkContrast(
                arm.Treatment,
                new EffectSize(arm.Arm.Estimate - arms[0].Arm.Estimate, arm.Arm.Variance + arms[0].Arm.Variance))),
        ],
        arms[0].Arm.Variance);

    internal IEnumerable<string> Treatments => Contrasts.Select(contrast => contrast.Treatment).Prepend(Baseline);

    /// <summary>The design is the set of treatments that a study compares.</summary>
    internal string Design => string.Join(" : ", Treatments.Order(StringComparer.Ordinal));

    internal StatisticsError? Validate()
    {
        if (Contrasts.Count == 0)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"The study {Study} has a single arm; expected two or more");
        if (Treatments.Distinct().Count() < Contrasts.Count + 1)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"The study {Study} has a treatment in two arms; combine them first");
        if (Contrasts.Count > 1 && Contrasts.Any(contrast => !(contrast.Effect.Variance > BaselineVariance)) || !(BaselineVariance >= 0))
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"The study {Study} has a baseline variance of {BaselineVariance}; expected one below that of each contrast");
        return null;
    }
}

/// <summary>Compares an arm with the baseline of its study.</summary>
/// <param name="Treatment">The treatment of the arm.</param>
/// <param name="Effect">Its effect against the baseline.</param>
public sealed record NetworkContrast(string Treatment, EffectSize Effect);
