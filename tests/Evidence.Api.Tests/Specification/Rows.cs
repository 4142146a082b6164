using Evidence.Catalogue;
using Evidence.Synthesis.Effects;

namespace Evidence.Api.Tests.Specification;

/// <summary>A study as of a revision.</summary>
/// <param name="Study">The record.</param>
/// <param name="WrittenBy">Revision that wrote it.</param>
/// <param name="FoundBy">Full-text queries that find it.</param>
internal sealed record StudyAt(Study Study, long WrittenBy, IReadOnlySet<string> FoundBy)
{
    private IReadOnlyList<Row>? effects;

    /// <summary>The study's rows of effects, worked out once.</summary>
    public IReadOnlyList<Row> Effects => effects ??= [.. EffectPairRow.Of(this)];

    public int? Year =>
        Study.Reports.FirstOrDefault(report => report.Role == "primary" && report.Year is not null)?.Year
        ?? Study.Reports.Where(report => report.Year is not null).OrderBy(report => report.Year).FirstOrDefault()?.Year;
}

/// <summary>A row of a list, and which questions it answers: every filter read as its documentation reads, over the record itself.</summary>
internal abstract record Row(StudyAt At)
{
    private static readonly string[] ArmFilters = ["intervention", "route", "doseUnit", "doseMin", "doseMax"];
    private static readonly string[] MeasurementFilters = ["instrument", "timeHoursMin", "timeHoursMax"];

    protected Study Study => At.Study;

    /// <summary>Whether the row is part of the answer.</summary>
    public bool Answers(Ask ask) => IsIncluded(ask) && HoldsUnasked(ask) && !ask.Excluded.Any(IsIncluded);

    private bool IsIncluded(Ask ask) =>
        OfTheStudy(ask)
        && OfTheRow(ask)
        && (!AsksForArm(ask) || OfAnArm(ask))
        && (!ask.Has("comparator") || OfAComparator(ask))
        && OfAnOutcome(ask)
        && (!ask.Has("onsetHoursMax") || OfAnOnset(ask));

    private bool OfTheStudy(Ask ask) =>
        (!ask.Has("q") || At.FoundBy.Contains(ask.Values["q"].Single()))
        && ask.IsOneOf("study", Study.Id)
        && ask.IsOneOf("design", Study.Design)
        && ask.IsOneOf("masking", Study.Masking)
        && ask.IsOneOf("status", Study.Status)
        && ask.IsOneOf("setting", Study.Setting)
        && ask.IsOneOf("funding", Study.Funding)
        && ask.HasOneOf("country", Study.Countries)
        && ask.HasOneOf("condition", Study.Population.Conditions)
        && ask.Is("treatmentResistant", Study.Population.TreatmentResistant)
        && ask.IsAtLeast("failedTrialsMin", Study.Population.MinFailedTrials)
        && ask.IsOneOf("populationSuicidality", Study.Population.Suicidality)
        && ask.IsAtLeast("enrolledMin", Study.Enrolled)
        && ask.IsAtMost("enrolledMax", Study.Enrolled)
        && ask.IsAtLeast("yearMin", At.Year)
        && ask.IsAtMost("yearMax", At.Year)
        && ask.HasOneOf("mechanism", Study.Mechanisms)
        && ask.IsOneOf("riskOfBias", Judgement(Study.RiskOfBias))
        && ask.IsOneOf("retractionStatus", Status(Study.Reports))
        && ask.Is("hasResults", Study.Outcomes.Any(HasFigure));

    /// <summary>What holds where nothing is asked; an excluding filter takes away without it.</summary>
    protected virtual bool HoldsUnasked(Ask ask) => true;

    /// <summary>Filters that only this list has.</summary>
    protected virtual bool OfTheRow(Ask ask) => true;

    /// <summary>Everything that is asked of an arm must hold of one arm.</summary>
    protected virtual bool OfAnArm(Ask ask) => Study.Arms.Any(arm => Fits(ask, arm));

    protected virtual bool OfAComparator(Ask ask) =>
        Study.Arms.Any(arm => arm.Role != "experimental" && ask.IsOneOf("comparator", arm.Intervention));

    /// <summary>Everything that is asked of an outcome must hold of one outcome.</summary>
    protected virtual bool OfAnOutcome(Ask ask) =>
        (!ask.Has("domain") && !AsksForMeasurement(ask))
        || Study.Outcomes.Any(outcome => ask.IsOneOf("domain", outcome.Domain) && Fits(ask, outcome.Instrument, outcome.TimeHours));

    protected virtual bool OfAnOnset(Ask ask) => Study.Onset.Any(finding => ask.IsAtMost("onsetHoursMax", finding.Hours));

    private static bool AsksForArm(Ask ask) => ArmFilters.Any(ask.Has);

    private static bool AsksForMeasurement(Ask ask) => MeasurementFilters.Any(ask.Has);

    /// <summary>A flexible dose fits where its range and the one that is asked for have a dose in common.</summary>
    protected static bool Fits(Ask ask, Arm arm) =>
        ask.IsOneOf("intervention", arm.Intervention)
        && ask.IsOneOf("route", arm.Route)
        && ask.IsOneOf("doseUnit", arm.DoseUnit)
        && ask.IsAtLeast("doseMin", arm.DoseMax ?? arm.Dose)
        && ask.IsAtMost("doseMax", arm.Dose);

    protected static bool Fits(Ask ask, string? instrument, decimal timeHours) =>
        ask.IsOneOf("instrument", instrument)
        && ask.IsAtLeast("timeHoursMin", timeHours)
        && ask.IsAtMost("timeHoursMax", timeHours);

    /// <summary>The worst fault of any report; that there is none only where each was checked.</summary>
    private static string? Status(IReadOnlyList<Report> reports)
    {
        string[] fromWorst = ["retracted", "expression-of-concern", "corrected"];
        var fault = fromWorst.FirstOrDefault(status => reports.Any(report => report.RetractionStatus == status));
        return fault ?? (reports.Count > 0 && reports.All(report => report.RetractionStatus == "none") ? "none" : null);
    }

    private static bool HasFigure(Outcome outcome) =>
        outcome.Results.Any(result => result.Mean is not null || result.Events is not null)
        || outcome.Contrasts.Any(contrast => contrast.Estimate is not null);

    /// <summary>The assessors' own judgement, else the worst of the domains; where not each domain of the tool was judged, only high counts.</summary>
    private static string? Judgement(RiskOfBiasAssessment? assessment)
    {
        if (assessment is null || assessment.Overall is not null)
            return assessment?.Overall;
        string[] fromWorst = ["high", "some-concerns", "unclear"];
        var worst = fromWorst.FirstOrDefault(judgement => assessment.Domains.Any(domain => domain.Judgement == judgement));
        var ofTheTool = Vocabulary.Get("risk-of-bias-domain").Terms.Where(term => term.Tool == assessment.Tool).Select(term => term.Name);
        var isWhole = !ofTheTool.Except(assessment.Domains.Select(domain => domain.Domain)).Any();
        return isWhole ? worst ?? "low" : worst == "high" ? worst : null;
    }
}

internal sealed record StudyRow(StudyAt At) : Row(At);

/// <summary>An arm of an outcome: what is asked of an arm or an outcome must hold of these.</summary>
internal sealed record OutcomeArmRow(StudyAt At, Outcome Outcome, Arm Arm) : Row(At)
{
    protected override bool OfAnArm(Ask ask) => Fits(ask, Arm);

    protected override bool OfAnOutcome(Ask ask) =>
        ask.IsOneOf("domain", Outcome.Domain) && Fits(ask, Outcome.Instrument, Outcome.TimeHours);

    /// <summary>One for each arm that has figures or takes part in a contrast, in the order of the arms.</summary>
    public static IEnumerable<Row> Of(StudyAt at) =>
        from outcome in at.Study.Outcomes
        from arm in at.Study.Arms
        where outcome.Results.Any(result => result.Arm == arm.Id)
            || outcome.Contrasts.Any(contrast => contrast.Arm == arm.Id || contrast.Versus == arm.Id)
        select new OutcomeArmRow(at, outcome, arm);
}

/// <summary>A finding on onset: it has an arm, an arm that it is compared with, an instrument and a time; a domain only by its study.</summary>
internal sealed record OnsetFindingRow(StudyAt At, OnsetFinding Finding) : Row(At)
{
    protected override bool OfTheRow(Ask ask) => ask.IsOneOf("definition", Finding.Definition);

    protected override bool OfAnArm(Ask ask) => Fits(ask, Study.Arms.Single(arm => arm.Id == Finding.Arm));

    protected override bool OfAComparator(Ask ask) =>
        ask.IsOneOf("comparator", Study.Arms.SingleOrDefault(arm => arm.Id == Finding.Versus)?.Intervention);

    protected override bool OfAnOutcome(Ask ask) =>
        (!ask.Has("domain") || Study.Outcomes.Any(outcome => ask.IsOneOf("domain", outcome.Domain)))
        && Fits(ask, Finding.Instrument, Finding.Hours);

    protected override bool OfAnOnset(Ask ask) => ask.IsAtMost("onsetHoursMax", Finding.Hours);
}

/// <summary>An assessment of the risk of bias, of the study or of one of its outcomes.</summary>
internal sealed record AssessmentRow(StudyAt At, RiskOfBiasAssessment Assessment, Outcome? Outcome) : Row(At)
{
    protected override bool OfTheRow(Ask ask) => ask.IsOneOf("tool", Assessment.Tool);

    public static IEnumerable<Row> Of(StudyAt at)
    {
        if (at.Study.RiskOfBias is { } ofTheStudy)
            yield return new AssessmentRow(at, ofTheStudy, null);
        foreach (var outcome in at.Study.Outcomes)
        {
            if (outcome.RiskOfBias is { } ofTheOutcome)
                yield return new AssessmentRow(at, ofTheOutcome, outcome);
        }
    }
}

/// <summary>A contrast of two arms of an outcome in a measure: what is asked of an arm holds of the first, of a comparator of the second.</summary>
internal sealed record EffectPairRow(StudyAt At, Outcome Outcome, Arm First, Arm Second, string Measure, bool HasEffect) : Row(At)
{
    protected override bool HoldsUnasked(Ask ask) => ask.Has("measure") || Measure is "md" or "rr";

    protected override bool OfTheRow(Ask ask) =>
        ask.IsOneOf("measure", Measure)
        && (!ask.Has("term") || string.Equals(Outcome.Term, ask.Values["term"].Single(), StringComparison.OrdinalIgnoreCase))
        && ask.Is("ofSubgroup", Outcome.Subgroup is not null)
        && ask.IsAtMost("administrationsMax", First.Administrations)
        && ask.Is("hasEffect", HasEffect);

    protected override bool OfAnArm(Ask ask) => Fits(ask, First);

    protected override bool OfAComparator(Ask ask) => ask.IsOneOf("comparator", Second.Intervention);

    protected override bool OfAnOutcome(Ask ask) =>
        ask.IsOneOf("domain", Outcome.Domain) && Fits(ask, Outcome.Instrument, Outcome.TimeHours);

    /// <summary>
    /// Each experimental arm with each other arm that has figures beside it or a contrast with it, then whatever else the source compares.
    /// Whether an effect can be computed is taken from the program: the tests of effects hold that to figures worked out by hand.
    /// </summary>
    public static IEnumerable<Row> Of(StudyAt at)
    {
        var computed = EffectRows.Create(at.Study).Where(row => row.Yi is not null).Select(row => (row.Outcome, row.Arm, row.Versus, row.Measure)).ToHashSet();
        return
            from outcome in at.Study.Outcomes
            from pair in PairsOf(at.Study, outcome)
            from measure in MeasuresOf(outcome, pair)
            select new EffectPairRow(at, outcome, pair.First, pair.Second, measure, computed.Contains((outcome.Id, pair.First.Id, pair.Second.Id, measure)));
    }

    private static IEnumerable<(Arm First, Arm Second)> PairsOf(Study study, Outcome outcome)
    {
        bool IsCompared(Arm first, Arm second) => outcome.Contrasts.Any(contrast => contrast.Arm == first.Id && contrast.Versus == second.Id);
        bool HasFigures(Arm arm) => outcome.Results.Any(result => result.Arm == arm.Id);
        var planned =
            from first in study.Arms
            where first.Role == "experimental"
            from second in study.Arms
            where second.Role != "experimental" && (IsCompared(first, second) || (HasFigures(first) && HasFigures(second)))
            select (first, second);
        var others =
            from contrast in outcome.Contrasts
            select (study.Arms.Single(arm => arm.Id == contrast.Arm), study.Arms.Single(arm => arm.Id == contrast.Versus));
        return planned.Concat(others).Distinct();
    }

    private static string[] MeasuresOf(Outcome outcome, (Arm First, Arm Second) pair)
    {
        string[] computable = outcome.Type == "continuous" ? ["md", "smd", "smdh", "rom"] : ["or", "rr", "rd", "peto"];
        var hasHazardRatio = outcome.Contrasts.Any(contrast => contrast.Measure == "hr" && contrast.Arm == pair.First.Id && contrast.Versus == pair.Second.Id);
        return hasHazardRatio ? [.. computable, "hr"] : computable;
    }
}
