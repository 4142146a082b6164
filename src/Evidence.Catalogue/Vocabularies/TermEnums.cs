// Generated from db/catalogue/vocabularies; TermsTests compares the two and says how to generate it again.
namespace Evidence.Catalogue.Vocabularies;

/// <summary>Which sign of an effect speaks for the first arm; stated from the outcome's direction, never guessed.</summary>
public enum Benefit
{
    /// <summary>An effect below zero (a ratio below one) is better for the people of the first arm.</summary>
    [Term("negative")]
    Negative,

    /// <summary>An effect above zero (a ratio above one) is better for the people of the first arm.</summary>
    [Term("positive")]
    Positive,
}

/// <summary>What a pooled result says, by whether its interval contains no effect.</summary>
public enum Conclusion
{
    /// <summary>The interval lies wholly on the side that is better for the people of the first arm.</summary>
    [Term("favours-first-arm")]
    FavoursFirstArm,

    /// <summary>The interval lies wholly on the side that is better for the people of the second arm.</summary>
    [Term("favours-second-arm")]
    FavoursSecondArm,

    /// <summary>The interval contains no effect, so that the arms may or may not differ.</summary>
    [Term("no-clear-difference")]
    NoClearDifference,

    /// <summary>Fewer than two studies can be pooled.</summary>
    [Term("too-little")]
    TooLittle,
}

/// <summary>In what measure two arms were compared.</summary>
public enum ContrastMeasure
{
    /// <summary>The mean in the arm minus the mean in the arm it is compared with, in the units of the instrument.</summary>
    [Term("md")]
    Md,

    /// <summary>The mean difference divided by a standard deviation, as in Cohen's d or Hedges' g, so that different instruments can be compared.</summary>
    [Term("smd")]
    Smd,

    /// <summary>The odds of the event in the arm divided by the odds in the arm it is compared with.</summary>
    [Term("or")]
    Or,

    /// <summary>The risk of the event in the arm divided by the risk in the arm it is compared with, also called relative risk.</summary>
    [Term("rr")]
    Rr,

    /// <summary>The risk of the event in the arm minus the risk in the arm it is compared with, as a proportion from -1 to 1 and not in percent.</summary>
    [Term("rd")]
    Rd,

    /// <summary>The hazard of the event in the arm divided by the hazard in the arm it is compared with, from an analysis of the time to the event.</summary>
    [Term("hr")]
    Hr,
}

/// <summary>What is done with the figures of crossover studies.</summary>
public enum CrossoverHandling
{
    /// <summary>The first period where it is reported; else the figures as reported, paired where the correlation is known.</summary>
    [Term("include")]
    Include,

    /// <summary>Only figures of the first period, which read like those of a parallel trial.</summary>
    [Term("first-period")]
    FirstPeriod,

    /// <summary>No figures of crossover studies.</summary>
    [Term("exclude")]
    Exclude,
}

/// <summary>How people were allocated to what they received.</summary>
public enum Design
{
    /// <summary>People were allocated at random to groups, and each group stayed with its allocation through the study.</summary>
    [Term("randomized-parallel")]
    RandomizedParallel,

    /// <summary>Each person received two or more interventions one after the other, in an order that was allocated at random.</summary>
    [Term("randomized-crossover")]
    RandomizedCrossover,

    /// <summary>Everyone was first treated openly, and those who had improved were then allocated at random to go on with the treatment or to have it withdrawn.</summary>
    [Term("randomized-withdrawal")]
    RandomizedWithdrawal,

    /// <summary>The investigators assigned people to the groups or to the order of interventions by a method other than chance.</summary>
    [Term("non-randomized")]
    NonRandomized,

    /// <summary>Everyone in a prospective trial was assigned to the same treatment, and there was no concurrent comparison group.</summary>
    [Term("single-arm")]
    SingleArm,

    /// <summary>People whose treatment the investigators did not assign were followed over time, with or without a comparison group.</summary>
    [Term("cohort")]
    Cohort,

    /// <summary>The course of a number of treated people was described one by one or together, without a comparison group and without a protocol that assigned the treatment.</summary>
    [Term("case-series")]
    CaseSeries,

    /// <summary>The studies that answer a stated question were sought and selected by stated methods and summarized, with or without a meta-analysis.</summary>
    [Term("systematic-review")]
    SystematicReview,

    /// <summary>The research was done in animals, in tissue or in cells, and not in people.</summary>
    [Term("preclinical")]
    Preclinical,
}

/// <summary>What an effect was computed from.</summary>
public enum EffectBasis
{
    /// <summary>Computed from the means and standard deviations, or the counts, that the source gives of both arms.</summary>
    [Term("arms")]
    Arms,

    /// <summary>Computed from the figures of both arms after a standard deviation was worked out from a standard error or a confidence interval.</summary>
    [Term("arms-converted")]
    ArmsConverted,

    /// <summary>Computed from the figures of both conditions of a crossover with the stated correlation of a person's two measurements.</summary>
    [Term("arms-paired")]
    ArmsPaired,

    /// <summary>The comparison that the source itself reports, its variance taken from the confidence interval.</summary>
    [Term("contrast")]
    Contrast,

    /// <summary>The comparison that the source itself reports, its variance worked out from the p value.</summary>
    [Term("contrast-p")]
    ContrastP,

    /// <summary>Standardized from the mean difference that the source reports, the standard deviation worked out from its interval or p value and the numbers of people.</summary>
    [Term("contrast-converted")]
    ContrastConverted,
}

/// <summary>In what measure an effect (yi) is given; ratios are natural logarithms, as metafor has them.</summary>
public enum EffectMeasure
{
    /// <summary>The mean in the first arm minus the mean in the second, in points of the instrument.</summary>
    [Term("md")]
    Md,

    /// <summary>Hedges' g: the mean difference over the standard deviation within the arms, corrected for small samples, so that instruments can be compared.</summary>
    [Term("smd")]
    Smd,

    /// <summary>The mean difference over the root of the average of both variances, corrected for small samples, for arms whose spread differs.</summary>
    [Term("smdh")]
    Smdh,

    /// <summary>The natural logarithm of the mean in the first arm over the mean in the second, for scales with a true zero.</summary>
    [Term("rom")]
    Rom,

    /// <summary>The natural logarithm of the odds of the event in the first arm over the odds in the second.</summary>
    [Term("or")]
    Or,

    /// <summary>The natural logarithm of the risk of the event in the first arm over the risk in the second.</summary>
    [Term("rr")]
    Rr,

    /// <summary>The risk of the event in the first arm minus the risk in the second, from -1 to 1.</summary>
    [Term("rd")]
    Rd,

    /// <summary>The natural logarithm of the odds ratio by Peto's one-step method, for rare events in arms of similar size.</summary>
    [Term("peto")]
    Peto,

    /// <summary>The natural logarithm of the hazard ratio that the source reports; it cannot be computed from counts.</summary>
    [Term("hr")]
    Hr,
}

/// <summary>How the confidence interval of a pooled effect is made.</summary>
public enum IntervalMethod
{
    /// <summary>Hartung and Knapp's variance with Student's t on k - 1 degrees of freedom.</summary>
    [Term("hartung-knapp")]
    HartungKnapp,

    /// <summary>Hartung and Knapp's interval with its variance never below the model's own.</summary>
    [Term("hartung-knapp-never-narrower")]
    HartungKnappNeverNarrower,

    /// <summary>The model's standard error with Student's t on k - 1 degrees of freedom.</summary>
    [Term("student-t")]
    StudentT,

    /// <summary>The model's standard error with the normal distribution.</summary>
    [Term("wald")]
    Wald,
}

/// <summary>How great the risk of bias is in a domain or overall.</summary>
public enum Judgement
{
    /// <summary>Bias, if there is any, is unlikely to have altered the result seriously.</summary>
    [Term("low")]
    Low,

    /// <summary>The domain raises some doubt about the result, without being at high risk of bias, in the words of RoB 2.</summary>
    [Term("some-concerns")]
    SomeConcerns,

    /// <summary>What was reported does not allow a judgement of low or of high, in the words of RoB 1.</summary>
    [Term("unclear")]
    Unclear,

    /// <summary>Bias is likely enough, or great enough, to weaken confidence in the result seriously.</summary>
    [Term("high")]
    High,
}

/// <summary>Whether an outcome is a quantity or a count of people.</summary>
public enum MeasurementType
{
    /// <summary>Each person has a number on a scale, and an arm is summarized by its mean or median and a measure of spread.</summary>
    [Term("continuous")]
    Continuous,

    /// <summary>Each person either has the event or has not, and an arm is summarized by the number of people with it among those analyzed.</summary>
    [Term("dichotomous")]
    Dichotomous,
}

/// <summary>What the figure of an arm is.</summary>
public enum Metric
{
    /// <summary>The mean or median of the values measured at the time point.</summary>
    [Term("endpoint")]
    Endpoint,

    /// <summary>The mean or median of the value at the time point minus the value at baseline, negative where the score fell.</summary>
    [Term("change-from-baseline")]
    ChangeFromBaseline,

    /// <summary>The number of people with the event by the time point, or in the state at the time point, among those analyzed.</summary>
    [Term("events")]
    Events,
}

/// <summary>What a regression may explain the effects by.</summary>
public enum Moderator
{
    /// <summary>Year of the primary report.</summary>
    [Term("year")]
    Year,

    /// <summary>Hours from the first dose to the measurement.</summary>
    [Term("time-hours")]
    TimeHours,

    /// <summary>Dose of one administration in the first arm, in the unit that all studies share.</summary>
    [Term("dose")]
    Dose,

    /// <summary>Number of administrations in the first arm.</summary>
    [Term("administrations")]
    Administrations,

    /// <summary>Number of people enrolled.</summary>
    [Term("enrolled")]
    Enrolled,

    /// <summary>Mean age in years.</summary>
    [Term("age-mean")]
    AgeMean,

    /// <summary>Share of women, in percent.</summary>
    [Term("percent-female")]
    PercentFemale,

    /// <summary>Minimum number of failed trials of treatment that entry asked for.</summary>
    [Term("failed-trials")]
    FailedTrials,
}

/// <summary>What is done where several arms of a study answer the question.</summary>
public enum MultiArm
{
    /// <summary>Arms of the same side are taken together by the formula of Cochrane's Handbook, so that the study gives one effect.</summary>
    [Term("combine")]
    Combine,

    /// <summary>Each pair of arms gives an effect of its own, the people of a shared arm divided among its pairs.</summary>
    [Term("split")]
    Split,
}

/// <summary>What counts as one treatment in a network.</summary>
public enum NetworkNode
{
    /// <summary>What an arm received; saline counts as placebo, because both are inactive.</summary>
    [Term("intervention")]
    Intervention,

    /// <summary>What an arm received and how; saline counts as placebo by the same route.</summary>
    [Term("intervention-route")]
    InterventionRoute,
}

/// <summary>What place the outcome had in the plan of the study.</summary>
public enum OutcomeType
{
    /// <summary>The source names it as a primary outcome, the one the sample size was planned for.</summary>
    [Term("primary")]
    Primary,

    /// <summary>The source names it as a secondary outcome.</summary>
    [Term("secondary")]
    Secondary,

    /// <summary>It was planned before the data were seen and is neither a primary nor a secondary outcome.</summary>
    [Term("other-pre-specified")]
    OtherPreSpecified,

    /// <summary>It was defined after the data had been seen.</summary>
    [Term("post-hoc")]
    PostHoc,

    /// <summary>No source that was read says what place the outcome had in the plan.</summary>
    [Term("not-reported")]
    NotReported,
}

/// <summary>By which model effects are pooled.</summary>
public enum PoolingModel
{
    /// <summary>True effects differ between studies; weights are one over the sampling variance plus the between-study variance.</summary>
    [Term("random")]
    Random,

    /// <summary>All studies estimate one effect; weights are one over the sampling variance.</summary>
    [Term("common")]
    Common,

    /// <summary>One effect for all tables, with Mantel-Haenszel weights, for sparse events.</summary>
    [Term("mantel-haenszel")]
    MantelHaenszel,

    /// <summary>One odds ratio for all tables by Peto's one-step method, for rare events in arms of similar size.</summary>
    [Term("peto")]
    Peto,
}

/// <summary>Which operation of the service answers how a claim is put to the numbers.</summary>
public enum QuestionOperation
{
    /// <summary>The selection is pooled at one time.</summary>
    [Term("meta-analysis")]
    MetaAnalysis,

    /// <summary>The selection is pooled by time after the first dose.</summary>
    [Term("time-course")]
    TimeCourse,
}

/// <summary>What a record of the catalogue is.</summary>
public enum RecordKind
{
    /// <summary>A study with its reports, arms, outcomes and figures.</summary>
    [Term("study")]
    Study,

    /// <summary>A statement about ketamine with the evidence for and against it.</summary>
    [Term("claim")]
    Claim,

    /// <summary>How a claim is put to the numbers.</summary>
    [Term("question")]
    Question,

    /// <summary>A closed list of terms.</summary>
    [Term("vocabulary")]
    Vocabulary,
}

/// <summary>Where a study or a review was registered.</summary>
public enum Registry
{
    /// <summary>The registry of the United States National Library of Medicine, with identifiers of the form NCT and eight digits.</summary>
    [Term("clinicaltrials.gov")]
    ClinicaltrialsGov,

    /// <summary>The European Union register of trials under the former directive, with EudraCT identifiers of the form 2013-004005-11.</summary>
    [Term("euctr")]
    Euctr,

    /// <summary>The registry that gives International Standard Randomised Controlled Trial Numbers, of the form ISRCTN and eight digits.</summary>
    [Term("isrctn")]
    Isrctn,

    /// <summary>The registry of Australia and New Zealand, with identifiers of the form ACTRN and fourteen digits.</summary>
    [Term("anzctr")]
    Anzctr,

    /// <summary>The registry of China, with identifiers that begin with ChiCTR.</summary>
    [Term("chictr")]
    Chictr,

    /// <summary>The registry of India, with identifiers of the form CTRI, year, month and number.</summary>
    [Term("ctri")]
    Ctri,

    /// <summary>The registry of the University Hospital Medical Information Network in Japan, with identifiers of the form UMIN and nine digits.</summary>
    [Term("umin")]
    Umin,

    /// <summary>The international register of protocols of systematic reviews, with identifiers that begin with CRD.</summary>
    [Term("prospero")]
    Prospero,

    /// <summary>A registry that has no term of its own here, such as the Netherlands Trial Register.</summary>
    [Term("other")]
    Other,
}

/// <summary>What is done with the figures of studies whose primary report is retracted.</summary>
public enum RetractedHandling
{
    /// <summary>They are left out, with a decision that says so.</summary>
    [Term("exclude")]
    Exclude,

    /// <summary>They go in like any other, and the answer says so.</summary>
    [Term("include")]
    Include,
}

/// <summary>With what the risk of bias was judged.</summary>
public enum RiskOfBiasTool
{
    /// <summary>The Cochrane tool of 2008, revised in 2011, for randomized trials, with seven domains judged low, unclear or high.</summary>
    [Term("rob-1")]
    Rob1,

    /// <summary>The revised Cochrane tool of 2019 for randomized trials, with five domains judged for one result as low, some concerns or high.</summary>
    [Term("rob-2")]
    Rob2,

    /// <summary>The tool of 2016 for non-randomized studies of interventions, with seven domains judged low, moderate, serious, critical or no information.</summary>
    [Term("robins-i")]
    RobinsI,
}

/// <summary>By what studies are put into groups.</summary>
public enum StudyFactor
{
    /// <summary>How people came to receive what they received.</summary>
    [Term("design")]
    Design,

    /// <summary>Who was kept from knowing the allocation.</summary>
    [Term("masking")]
    Masking,

    /// <summary>What the first arm received.</summary>
    [Term("intervention")]
    Intervention,

    /// <summary>What the second arm received.</summary>
    [Term("comparator")]
    Comparator,

    /// <summary>How the first arm received it.</summary>
    [Term("route")]
    Route,

    /// <summary>The instrument of measurement.</summary>
    [Term("instrument")]
    Instrument,

    /// <summary>Whether the figures are endpoints or changes from baseline.</summary>
    [Term("metric")]
    Metric,

    /// <summary>The overall risk of bias of the study.</summary>
    [Term("risk-of-bias")]
    RiskOfBias,

    /// <summary>Whether entry asked that earlier treatment had failed.</summary>
    [Term("treatment-resistant")]
    TreatmentResistant,

    /// <summary>What entry asked of suicidality.</summary>
    [Term("population-suicidality")]
    PopulationSuicidality,

    /// <summary>Where people were treated.</summary>
    [Term("setting")]
    Setting,

    /// <summary>Who paid for the study.</summary>
    [Term("funding")]
    Funding,
}

/// <summary>How the between-study variance is estimated in the random-effects model, under metafor's names.</summary>
public enum Tau2Estimator
{
    /// <summary>Restricted maximum likelihood (Viechtbauer 2005).</summary>
    [Term("reml")]
    Reml,

    /// <summary>The method of moments of DerSimonian and Laird (1986).</summary>
    [Term("dl")]
    Dl,

    /// <summary>The iterated method of moments of Paule and Mandel (1982).</summary>
    [Term("pm")]
    Pm,

    /// <summary>Maximum likelihood (Hardy and Thompson 1996).</summary>
    [Term("ml")]
    Ml,

    /// <summary>Empirical Bayes (Morris 1983), which agrees with Paule-Mandel.</summary>
    [Term("eb")]
    Eb,

    /// <summary>The model error variance estimator of Sidik and Jonkman (2005).</summary>
    [Term("sj")]
    Sj,

    /// <summary>The estimator of Hunter and Schmidt, as Viechtbauer (2005) gives it.</summary>
    [Term("hs")]
    Hs,

    /// <summary>The unweighted method of moments of Hedges (Hedges and Olkin 1985).</summary>
    [Term("he")]
    He,
}

/// <summary>What a write did to a record.</summary>
public enum WriteOutcome
{
    /// <summary>There was no such record before, or it had been withdrawn.</summary>
    [Term("created")]
    Created,

    /// <summary>The record has a new version; the one before is kept.</summary>
    [Term("replaced")]
    Replaced,

    /// <summary>The record was the same already, so that no revision was made.</summary>
    [Term("unchanged")]
    Unchanged,

    /// <summary>The record is not in the catalogue any more; its versions are kept.</summary>
    [Term("withdrawn")]
    Withdrawn,
}
