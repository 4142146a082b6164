using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Selection;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Store.Analyses;

/// <summary>A question of pooling together with the filters that select its effects.</summary>
/// <param name="Question">What is to be pooled and how.</param>
/// <param name="Selection">The filters, as the list of effects takes them.</param>
/// <param name="Values">Every parameter of the request, those of a single analysis among them.</param>
public sealed record PoolRequest(PoolQuestion Question, QueryValues Selection, QueryValues Values);

/// <summary>The query parameters of pooling, and how a question is parsed from them.</summary>
public static class PoolParameters
{
    private static readonly Parameter DomainParameter = Parameter.Term("domain", "domain", "What the outcomes are about; one domain makes a pool.") with { Required = true };

    private static readonly Parameter MeasureParameter =
        Parameter.Term("measure", "effect-measure", "Measure of the effects.") with { Required = true, Example = "smd" };

    private static readonly Parameter ModelParameter =
        Parameter.Term("model", "pooling-model", "By which model effects are pooled; the default is random.");

    private static readonly Parameter Tau2Parameter =
        Parameter.Term("tau2", "tau2-estimator", "Estimator of the between-study variance in the random-effects model; the default is reml.");

    private static readonly Parameter IntervalParameter = Parameter.Term(
        "interval", "interval-method", "How the confidence interval is made; the default is hartung-knapp in the random-effects model, else wald.");

    private static readonly Parameter InstrumentsParameter = Parameter.Terms(
        "instruments", "instrument", "Instruments in order of priority, for studies that used several; those not named come after them, in the order of the vocabulary.") with
    {
        IsRanked = true,
        Example = "madrs,hdrs-17",
    };

    private static readonly Parameter MultiArmParameter =
        Parameter.Term("multiArm", "multi-arm", "What is done if several arms of a study answer; the default is combine.");

    private static readonly Parameter CrossoverParameter =
        Parameter.Term("crossover", "crossover-handling", "What is done with figures of crossovers; the default is include.");

    private static readonly Parameter RetractedParameter = Parameter.Term(
        "retracted", "retracted-handling", "What is done with studies whose primary report is retracted; the default is exclude, unless `retractionStatus` names `retracted`.");

    /// <summary>The filters of a pool: the shared ones, and those of effects that keep or drop whole measurements.</summary>
    public static IReadOnlyList<Parameter> Filtering { get; } =
    [
        DomainParameter, MeasureParameter,
        .. Filters.Parameters.Where(parameter => parameter.Name is not "domain" and not "excludeDomain"),
        .. EffectFilters.Narrowing.Select(filter => filter.Parameter).Where(parameter => parameter.Name is "term" or "administrationsMax"),
    ];

    /// <summary>The parameters that say how a pool is computed, in any analysis.</summary>
    public static IReadOnlyList<Parameter> Pooling { get; } =
        [ModelParameter, Tau2Parameter, IntervalParameter, InstrumentsParameter, MultiArmParameter, CrossoverParameter, RetractedParameter];

    /// <summary>Parses the question from checked values; fails for values that make no sense together.</summary>
    public static Result<PoolRequest> Parse(QueryValues values, decimal? atHours = null, decimal? withinHours = null)
    {
        var (domain, measure) = (values.Text("domain")!, TermConverter.Parse<EffectMeasure>(values.Text("measure")!));
        var model = Read<PoolingModel>(values, "model") ?? PoolingModel.Random;
        var question = new PoolQuestion(
            domain,
            model,
            model == PoolingModel.Random ? Read<Tau2Estimator>(values, "tau2") ?? Tau2Estimator.Reml : null,
            Read<IntervalMethod>(values, "interval") ?? (model == PoolingModel.Random ? IntervalMethod.HartungKnapp : IntervalMethod.Wald),
            new ChoiceRules
            {
                Measure = measure,
                AtHours = atHours,
                WithinHours = withinHours ?? (atHours / 2),
                Instruments = values.List("instruments"),
                MultiArm = Read<MultiArm>(values, "multiArm") ?? MultiArm.Combine,
                Crossover = Read<CrossoverHandling>(values, "crossover") ?? CrossoverHandling.Include,
                NamesDesigns = values.Has("design"),
                Retracted = Read<RetractedHandling>(values, "retracted")
                    ?? (values.List("retractionStatus").Contains(Terms.RetractionStatus.Retracted) ? RetractedHandling.Include : RetractedHandling.Exclude),
            })
        {
            Interventions = values.List("intervention"),
            Comparators = values.List("comparator"),
        };
        var selection = values.Only(Filtering).With("domain", new[] { domain }).With("measure", new[] { measure.ToTerm() });
        return Check(values, measure, model) is { Count: > 0 } errors ? new Error(ErrorKind.InvalidParameter, errors) : new PoolRequest(question, selection, values);
    }

    /// <summary>Returns the value of a parameter whose terms an enum stands for, or null if the parameter is absent.</summary>
    internal static TEnum? Read<TEnum>(QueryValues values, string parameter)
        where TEnum : struct, Enum => values.Text(parameter) is { } term ? TermConverter.Parse<TEnum>(term) : null;

    private static List<ErrorDetail> Check(QueryValues values, EffectMeasure measure, PoolingModel model)
    {
        var errors = new List<ErrorDetail>();
        if (model != PoolingModel.Random && values.Has("tau2"))
            errors.Add(new ErrorDetail("tau2", $"makes no sense beside model {model.ToTerm()}: only the random-effects model has a between-study variance."));
        if (model is PoolingModel.MantelHaenszel or PoolingModel.Peto && values.Has("interval") && values.Text("interval") != Terms.IntervalMethod.Wald)
            errors.Add(new ErrorDetail("interval", $"of model {model.ToTerm()} is on the normal distribution.", [Terms.IntervalMethod.Wald]));
        if (model == PoolingModel.MantelHaenszel && measure is not (EffectMeasure.Or or EffectMeasure.Rr or EffectMeasure.Rd))
            errors.Add(new ErrorDetail("measure", $"{measure.ToTerm()} has no Mantel-Haenszel method.", [Terms.EffectMeasure.Or, Terms.EffectMeasure.Rr, Terms.EffectMeasure.Rd]));
        if (model == PoolingModel.Peto && measure != EffectMeasure.Peto)
            errors.Add(new ErrorDetail("measure", $"of model peto is peto, not {measure.ToTerm()}.", [Terms.EffectMeasure.Peto]));
        return errors;
    }
}
