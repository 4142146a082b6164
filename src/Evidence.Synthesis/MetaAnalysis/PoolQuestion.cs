using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>What is to be pooled and how, with the default of each setting that was left out.</summary>
/// <param name="Domain">What the outcomes are about, a term of <c>domain</c>.</param>
/// <param name="Model">The model by which effects are pooled.</param>
/// <param name="Tau2">The estimator of the between-study variance; null except in the random-effects model.</param>
/// <param name="Interval">How the confidence interval is computed.</param>
/// <param name="Rules">How one effect is chosen of each study.</param>
public sealed record PoolQuestion(string Domain, PoolingModel Model, Tau2Estimator? Tau2, IntervalMethod Interval, ChoiceRules Rules)
{
    /// <summary>Interventions that the filters name; empty if they name none.</summary>
    public IReadOnlyList<string> Interventions { get; init; } = [];

    /// <summary>Comparators that the filters name; empty if they name none.</summary>
    public IReadOnlyList<string> Comparators { get; init; } = [];

    /// <summary>The same question as the options of Evidence.Statistics.</summary>
    public ModelOptions Options => new()
    {
        Estimator = Model == PoolingModel.Random ? Convert(Tau2!.Value) : BetweenStudyVarianceEstimator.None,
        Interval = Convert(Interval),
    };

    /// <summary>Returns the terms of the measures of the other type of outcome, to be suggested if a measure does not fit.</summary>
    public static IReadOnlyList<string> GetOtherMeasures(EffectMeasure measure) =>
        [.. Measures.GetForType(Measures.IsOfEvents(measure) ? Terms.MeasurementType.Continuous : Terms.MeasurementType.Dichotomous).Select(other => other.ToTerm())];

    private static BetweenStudyVarianceEstimator Convert(Tau2Estimator estimator) => estimator switch
    {
        Tau2Estimator.Reml => BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood,
        Tau2Estimator.Dl => BetweenStudyVarianceEstimator.DerSimonianLaird,
        Tau2Estimator.Pm => BetweenStudyVarianceEstimator.PauleMandel,
        Tau2Estimator.Ml => BetweenStudyVarianceEstimator.MaximumLikelihood,
        Tau2Estimator.Eb => BetweenStudyVarianceEstimator.EmpiricalBayes,
        Tau2Estimator.Sj => BetweenStudyVarianceEstimator.SidikJonkman,
        Tau2Estimator.Hs => BetweenStudyVarianceEstimator.HunterSchmidt,
        Tau2Estimator.He => BetweenStudyVarianceEstimator.Hedges,
    };

    private static ConfidenceIntervalMethod Convert(IntervalMethod method) => method switch
    {
        IntervalMethod.Wald => ConfidenceIntervalMethod.Wald,
        IntervalMethod.StudentT => ConfidenceIntervalMethod.StudentT,
        IntervalMethod.HartungKnapp => ConfidenceIntervalMethod.HartungKnapp,
        IntervalMethod.HartungKnappNeverNarrower => ConfidenceIntervalMethod.HartungKnappNeverNarrower,
    };
}
