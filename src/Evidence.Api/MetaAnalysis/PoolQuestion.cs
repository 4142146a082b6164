using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What is to be pooled and how: the parameters, with what holds where one is left out.</summary>
/// <param name="Domain">What the outcomes are about.</param>
/// <param name="Model">A term of <c>pooling-model</c>.</param>
/// <param name="Tau2">A term of <c>tau2-estimator</c>; only of the random-effects model.</param>
/// <param name="Interval">A term of <c>interval-method</c>.</param>
/// <param name="Rules">How one effect is chosen of each study.</param>
/// <param name="Selection">The filters, as the list of effects takes them.</param>
public sealed record PoolQuestion(string Domain, string Model, string? Tau2, string Interval, ChoiceRules Rules, QueryValues Selection)
{
    private static readonly Parameter DomainParameter = Parameter.OfTerm("domain", "domain", "What the outcomes are about; one domain makes a pool.") with { Required = true };

    private static readonly Parameter MeasureParameter =
        Parameter.OfTerm("measure", "effect-measure", "Measure of the effects.") with { Required = true, Example = "smd" };

    private static readonly Parameter ModelParameter =
        Parameter.OfTerm("model", "pooling-model", "By which model effects are pooled; random where left out.");

    private static readonly Parameter Tau2Parameter =
        Parameter.OfTerm("tau2", "tau2-estimator", "Estimator of the between-study variance in the random-effects model; reml where left out.");

    private static readonly Parameter IntervalParameter = Parameter.OfTerm(
        "interval", "interval-method", "How the confidence interval is made; hartung-knapp where left out of the random-effects model, else wald.");

    private static readonly Parameter InstrumentsParameter = Parameter.OfTerms(
        "instruments", "instrument", "Instruments in order of priority, for studies that used several; those not named come after them, in the order of the vocabulary.") with
    {
        IsRanked = true,
        Example = "madrs,hdrs-17",
    };

    private static readonly Parameter MultiArmParameter =
        Parameter.OfTerm("multiArm", "multi-arm", "What is done where several arms of a study answer; combine where left out.");

    private static readonly Parameter CrossoverParameter =
        Parameter.OfTerm("crossover", "crossover-handling", "What is done with figures of crossovers; include where left out.");

    private static readonly Parameter RetractedParameter = Parameter.OfTerm(
        "retracted", "retracted-handling", "What is done with studies whose primary report is retracted; exclude where left out, unless `retractionStatus` names `retracted`.");

    /// <summary>The filters of a pool: the shared ones, and those of effects that leave whole measurements.</summary>
    public static IReadOnlyList<Parameter> Filtering { get; } =
    [
        DomainParameter, MeasureParameter,
        .. Filters.Parameters.Where(parameter => parameter.Name is not "domain" and not "excludeDomain"),
        .. EffectFilters.Narrowing.Select(filter => filter.Parameter).Where(parameter => parameter.Name is "term" or "administrationsMax"),
    ];

    /// <summary>How a pool is made, whatever it is asked for.</summary>
    public static IReadOnlyList<Parameter> Pooling { get; } =
        [ModelParameter, Tau2Parameter, IntervalParameter, InstrumentsParameter, MultiArmParameter, CrossoverParameter, RetractedParameter];

    /// <summary>The options of the library.</summary>
    public ModelOptions Options => new()
    {
        Estimator = Model == "random" ? EstimatorOf(Tau2!) : BetweenStudyVarianceEstimator.None,
        Interval = IntervalOf(Interval),
    };

    /// <summary>The question that checked values ask, and what in them makes no sense together.</summary>
    public static (PoolQuestion Question, IReadOnlyList<ParameterError> Errors) Read(QueryValues values, decimal? atHours = null, decimal? withinHours = null)
    {
        var (domain, measure) = (values.Text("domain")!, values.Text("measure")!);
        var model = values.Text("model") ?? "random";
        var question = new PoolQuestion(
            domain,
            model,
            model == "random" ? values.Text("tau2") ?? "reml" : null,
            values.Text("interval") ?? (model == "random" ? "hartung-knapp" : "wald"),
            new ChoiceRules
            {
                Measure = measure,
                AtHours = atHours,
                WithinHours = withinHours ?? (atHours / 2),
                Instruments = values.List("instruments"),
                MultiArm = values.Text("multiArm") ?? "combine",
                Crossover = values.Text("crossover") ?? "include",
                NamesDesigns = values.Has("design"),
                Retracted = values.Text("retracted") ?? (values.List("retractionStatus").Contains("retracted") ? "include" : "exclude"),
            },
            values.Only(Filtering).With("domain", new[] { domain }).With("measure", new[] { measure }));
        return (question, Check(values, measure, model));
    }

    private static List<ParameterError> Check(QueryValues values, string measure, string model)
    {
        var errors = new List<ParameterError>();
        if (model != "random" && values.Has("tau2"))
            errors.Add(new ParameterError("tau2", $"makes no sense beside model {model}: only the random-effects model has a between-study variance."));
        if (model is "mantel-haenszel" or "peto" && values.Has("interval") && values.Text("interval") != "wald")
            errors.Add(new ParameterError("interval", $"of model {model} is on the normal distribution.", ["wald"]));
        if (model == "mantel-haenszel" && measure is not ("or" or "rr" or "rd"))
            errors.Add(new ParameterError("measure", $"{measure} has no Mantel-Haenszel method.", ["or", "rr", "rd"]));
        if (model == "peto" && measure != "peto")
            errors.Add(new ParameterError("measure", $"of model peto is peto, not {measure}.", ["peto"]));
        return errors;
    }

    /// <summary>What to ask where a measure does not fit the type of the outcomes.</summary>
    public static IReadOnlyList<string> OtherMeasures(string measure) => Measures.OfType(Measures.IsOfEvents(measure) ? "continuous" : "dichotomous");

    private static BetweenStudyVarianceEstimator EstimatorOf(string term) => term switch
    {
        "reml" => BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood,
        "dl" => BetweenStudyVarianceEstimator.DerSimonianLaird,
        "pm" => BetweenStudyVarianceEstimator.PauleMandel,
        "ml" => BetweenStudyVarianceEstimator.MaximumLikelihood,
        "eb" => BetweenStudyVarianceEstimator.EmpiricalBayes,
        "sj" => BetweenStudyVarianceEstimator.SidikJonkman,
        "hs" => BetweenStudyVarianceEstimator.HunterSchmidt,
        "he" => BetweenStudyVarianceEstimator.Hedges,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Not an estimator."),
    };

    private static IntervalMethod IntervalOf(string term) => term switch
    {
        "wald" => IntervalMethod.Wald,
        "student-t" => IntervalMethod.StudentT,
        "hartung-knapp" => IntervalMethod.HartungKnapp,
        "hartung-knapp-never-narrower" => IntervalMethod.HartungKnappNeverNarrower,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Not an interval method."),
    };
}
