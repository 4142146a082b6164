using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Evidence.Statistics.Networks;

/// <summary>Compares treatments with each other through all studies that connect them.</summary>
public static class NetworkMetaAnalysis
{
    /// <summary>Dense matrices of the contrasts are inverted at each step, which takes too long above this number.</summary>
    private const int MaxContrasts = 1000;

    public static Method Method { get; } = new(
        "Frequentist network meta-analysis, contrast-based, one between-study variance",
        "Higgins JPT, Whitehead A. Borrowing strength from external trials in a meta-analysis. Stat Med. 1996;15(24):2733-2749; "
            + "Salanti G. Indirect and mixed-treatment comparison, network, or multiple-treatments meta-analysis. Res Synth "
            + "Methods. 2012;3(2):80-97");

    /// <summary>Fits the network by restricted maximum likelihood, or without a between-study variance.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="higherIsBetter">Whether a higher effect is the better one, for the ranking.</param>
    /// <param name="common">Whether there is no between-study variance.</param>
    /// <param name="level">Level of the intervals.</param>
    public static StatisticsResult<NetworkEstimates> Fit(IReadOnlyList<NetworkStudy> studies, bool higherIsBetter, bool common = false, double level = 0.95)
    {
        if (Validate(studies, level) is { } error)
            return error;
        List<string> treatments = [.. studies.SelectMany(study => study.Treatments).Distinct().Order(StringComparer.Ordinal)];
        var model = new NetworkModel(studies, [.. studies.SelectMany(study => Rows(study, treatments))]);
        if (common || model.ResidualDegreesOfFreedom == 0)
            return Describe(studies, treatments, model, null, higherIsBetter, level);
        return model.EstimateBetweenStudyVariance().Select(found => Describe(studies, treatments, model, found, higherIsBetter, level));
    }

    private static NetworkEstimates Describe(
        IReadOnlyList<NetworkStudy> studies,
        List<string> treatments,
        NetworkModel model,
        LikelihoodMaximum? between,
        bool higherIsBetter,
        double level)
    {
        var (coefficients, covariance) = model.FitAt(between?.Value ?? 0);
        var league = treatments.SelectMany((one, i) => treatments.Select((other, j) => (one, i, other, j))).Where(pair => pair.i != pair.j)
            .Select(pair =>
            {
                // The first treatment has no column: its effect is the zero that the others are measured from.
                var contrast = Vector<double>.Build.Dense(treatments.Count - 1, c => (c == pair.i - 1 ? 1 : 0) - (c == pair.j - 1 ? 1 : 0));
                var (estimate, error) = (contrast * coefficients, Math.Sqrt(contrast * covariance * contrast));
                var direct = studies.Count(study => study.Treatments.Contains(pair.one) && study.Treatments.Contains(pair.other));
                var normal = ReferenceDistribution.Normal;
                return new NetworkComparison(
                    pair.one, pair.other, estimate, error, Interval.Around(estimate, error, normal, level), normal.Test(estimate, error), direct);
            }).ToList();
        return new NetworkEstimates
        {
            Treatments = treatments,
            League = league,
            Ranking = PScore.Rank(treatments, league, higherIsBetter),
            BetweenStudyVariance = between is null
                ? null
                : new BetweenStudyVariance(between.Value, null, RestrictedMaximumLikelihood.Method, between.Notes),
            Inconsistency = NetworkInconsistency.Compute(studies, model),
            Methods = [Method, PScore.Method, NetworkInconsistency.Method],
        };
    }

    private static IEnumerable<double[]> Rows(NetworkStudy study, List<string> treatments) => study.Contrasts.Select(contrast =>
        treatments.Skip(1).Select(t => (t == contrast.Treatment ? 1.0 : 0) - (t == study.Baseline ? 1 : 0)).ToArray());

    private static StatisticsError? Validate(IReadOnlyList<NetworkStudy> studies, double level)
    {
        List<EffectSize> effects = [.. studies.SelectMany(study => study.Contrasts).Select(contrast => contrast.Effect)];
        if ((WeightedRegression.ValidateEffects(effects) ?? studies.Select(study => study.Validate()).FirstOrDefault(error => error is not null)) is { } error)
            return error;
        if (effects.Count > MaxContrasts)
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput, $"There are {effects.Count} contrasts; expected at most {MaxContrasts}");
        return IsConnected(studies)
            ? new ModelOptions { Level = level }.Validate()
            : new StatisticsError(StatisticsErrorKind.NetworkNotConnected, "Some treatments are not connected with the others by any study");
    }

    private static bool IsConnected(IReadOnlyList<NetworkStudy> studies)
    {
        HashSet<string> reached = [studies[0].Baseline];
        var before = 0;
        while (before < reached.Count)
        {
            before = reached.Count;
            foreach (var study in studies.Where(study => study.Treatments.Any(reached.Contains)))
                reached.UnionWith(study.Treatments);
        }

        return studies.All(study => study.Treatments.All(reached.Contains));
    }
}
