using Evidence.Catalogue;

namespace Evidence.Api.Tests.Specification;

/// <summary>
/// Changes everything that a filter, a sort key or a facet looks at, and so makes records that no study would fill in like that: figures
/// missing, several arms alike, an onset against another experimental arm, texts that sort differently by byte and by letter.
/// </summary>
internal sealed class Scramble(int seed)
{
    private static readonly string[] Labels = ["zeta 2011", "Zeta 2011", "Ångström 2007", "\uFF5E wave", "\U0001D50E fraktur", "a", "-a"];
    private static readonly decimal[] Hours = [0.67m, 2, 4, 24, 24, 24, 72, 168, 672];
    private static readonly string[] Countries = ["US", "DE", "FR", "BR"];

    private readonly Random random = new(seed);

    /// <summary>The same study with about half of all that chosen anew.</summary>
    public Study Of(Study study) => study with
    {
        Label = Maybe(study.Label, () => OneOf(Labels)),
        Design = Maybe(study.Design, () => Term("design")),
        Masking = Maybe(study.Masking, () => Term("masking")),
        Status = Maybe(study.Status, () => Term("status")),
        Setting = Maybe(study.Setting, () => Term("setting")),
        Funding = Maybe(study.Funding, () => Term("funding")),
        Countries = Maybe(study.Countries, () => Some(() => OneOf(Countries))),
        Enrolled = Maybe(study.Enrolled, () => OneOf<int?>([null, 18, 20, 20, 100])),
        Population = OfPopulation(study.Population),
        Reports = [.. study.Reports.Select(OfReport)],
        Arms = [.. study.Arms.Select(OfArm)],
        Outcomes = [.. study.Outcomes.Select(OfOutcome)],
        Onset = Findings(study),
        RiskOfBias = Maybe(study.RiskOfBias, Assessment),
        Mechanisms = Maybe(study.Mechanisms, () => Some(() => Term("mechanism"))),
        Summary = Maybe(study.Summary, () => OneOf(["Midazolam against a nasal spray.", "Infusions and anesthesia by Díaz."])),
    };

    private Population OfPopulation(Population population) => population with
    {
        Conditions = Maybe(population.Conditions, () => Some(() => Term("condition"))),
        TreatmentResistant = Maybe(population.TreatmentResistant, () => OneOf([true, false])),
        MinFailedTrials = Maybe(population.MinFailedTrials, () => OneOf<int?>([null, 1, 2, 3])),
        Suicidality = Maybe(population.Suicidality, () => Term("population-suicidality")),
    };

    private Report OfReport(Report report) => report with
    {
        Role = Maybe(report.Role, () => Term("report-role")),
        Year = Maybe(report.Year, () => OneOf<int?>([null, 2000, 2012, 2012, 2019])),
        RetractionStatus = Maybe(report.RetractionStatus, () => OneOf<string?>([null, "none", "none", Term("retraction-status")])),
    };

    private Arm OfArm(Arm arm)
    {
        var (dose, doseMax, unit) = Maybe((arm.Dose, arm.DoseMax, arm.DoseUnit), () => OneOf<(decimal?, decimal?, string?)>(
            [(null, null, null), (0.5m, null, "mg/kg"), (0.2m, 1, "mg/kg"), (56, 84, "mg"), (28, null, "mg")]));
        return arm with
        {
            Role = Maybe(arm.Role, () => Term("arm-role")),
            Intervention = Maybe(arm.Intervention, () => OneOf(["ketamine", "esketamine", "midazolam", "placebo"])),
            Route = Maybe(arm.Route, () => Term("route")),
            Dose = dose,
            DoseMax = doseMax,
            DoseUnit = unit,
        };
    }

    private Outcome OfOutcome(Outcome outcome) => outcome with
    {
        Domain = Maybe(outcome.Domain, () => Term("domain")),
        Instrument = Maybe(outcome.Instrument, () => OneOf([null, "madrs", Term("instrument")])),
        TimeHours = Maybe(outcome.TimeHours, () => OneOf(Hours)),
        Results = Maybe(outcome.Results, () => []),
        RiskOfBias = random.Next(8) == 0 ? Assessment() : null,
    };

    private IReadOnlyList<OnsetFinding> Findings(Study study) => random.Next(2) == 0 || study.Arms.Count == 0 || study.Sources.Count == 0
        ? study.Onset
        : [.. study.Onset, .. Enumerable.Range(study.Onset.Count, 1 + random.Next(3)).Select(number => new OnsetFinding
        {
            Arm = OneOf(study.Arms).Id,
            Versus = OneOf([null, OneOf(study.Arms).Id]),
            Instrument = OneOf([null, "madrs", Term("instrument")]),
            Definition = Term("onset-definition"),
            Hours = OneOf(Hours),
            Source = new SourceReference { Key = study.Sources[0].Key, Locator = $"invented {number}" },
        })];

    private RiskOfBiasAssessment? Assessment()
    {
        var tool = Term("risk-of-bias-tool");
        var worst = OneOf(["low", "low", "unclear", "some-concerns", "high"]);
        var domains = Vocabulary.Get("risk-of-bias-domain").Terms.Where(term => term.Tool == tool)
            .Select(term => new DomainJudgement { Domain = term.Name, Judgement = random.Next(3) == 0 ? worst : "low" });
        return random.Next(4) == 0
            ? null
            : new RiskOfBiasAssessment
            {
                Tool = tool,
                Overall = random.Next(2) == 0 ? worst : null,
                Domains = [.. domains.Where(_ => random.Next(10) > 0)],
            };
    }

    private T Maybe<T>(T old, Func<T> chosenAnew) => random.Next(2) == 0 ? old : chosenAnew();

    private T OneOf<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private string Term(string vocabulary) => OneOf(Vocabulary.Get(vocabulary).Terms).Name;

    private IReadOnlyList<string> Some(Func<string> choose) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => choose()).Distinct()];
}
