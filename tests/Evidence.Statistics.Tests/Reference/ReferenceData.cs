using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Tests.Reference;

/// <summary>Holds the data that the reference numbers were computed from, and metafor's names for our choices.</summary>
internal static class ReferenceData
{
    public static IReadOnlyList<EffectSize> Effects(string set) =>
        [.. Rows(set).Select(row => new EffectSize(row.Given("yi"), row.Given("vi")))];

    public static IReadOnlyList<ReferenceRow> Rows(string set) => [.. ReferenceTable.Read("effects").Where(row => row["set"] == set)];

    public static IReadOnlyList<TwoByTwoTable> Tables(string set) =>
    [
        .. ReferenceTable.Read("tables").Where(row => row["set"] == set)
            .Select(row => new TwoByTwoTable(row.Given("a"), row.Given("b"), row.Given("c"), row.Given("d"))),
    ];

    public static IReadOnlyList<(MeasuredArm First, MeasuredArm Second)> Arms(string set) =>
    [
        .. ReferenceTable.Read("arms").Where(row => row["set"] == set).Select(row =>
            (new MeasuredArm(row.Given("n1"), row.Given("m1"), row.Given("sd1")), new MeasuredArm(row.Given("n2"), row.Given("m2"), row.Given("sd2")))),
    ];

    public static ModelOptions Options(string method, string test, PredictionMethod prediction = PredictionMethod.TwoFewerThanEffects) =>
        new() { Estimator = ParseEstimator(method), Interval = ParseIntervalMethod(test), Prediction = prediction };

    public static ModelOptions Options(ReferenceRow row) => Options(row["method"], row["test"]);

    private static BetweenStudyVarianceEstimator ParseEstimator(string method) => method switch
    {
        "EE" => BetweenStudyVarianceEstimator.None,
        "DL" => BetweenStudyVarianceEstimator.DerSimonianLaird,
        "PM" => BetweenStudyVarianceEstimator.PauleMandel,
        "REML" => BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood,
        "ML" => BetweenStudyVarianceEstimator.MaximumLikelihood,
        "EB" => BetweenStudyVarianceEstimator.EmpiricalBayes,
        "SJ" => BetweenStudyVarianceEstimator.SidikJonkman,
        "HS" => BetweenStudyVarianceEstimator.HunterSchmidt,
        "HE" => BetweenStudyVarianceEstimator.Hedges,
        _ => throw new ArgumentException(method),
    };

    private static ConfidenceIntervalMethod ParseIntervalMethod(string test) => test switch
    {
        "z" => ConfidenceIntervalMethod.Wald,
        "t" => ConfidenceIntervalMethod.StudentT,
        "knha" => ConfidenceIntervalMethod.HartungKnapp,
        "adhoc" => ConfidenceIntervalMethod.HartungKnappNeverNarrower,
        _ => throw new ArgumentException(test),
    };
}
