// Generated from db/catalogue/vocabularies; TermsTests compares the two and says how to generate it again.
namespace Evidence.Catalogue.Vocabularies;

/// <summary>The terms of every vocabulary as constants, so that a mistyped term does not compile.</summary>
public static class Terms
{
    /// <summary>Terms of the vocabulary <c>analysis-population</c>.</summary>
    public static class AnalysisPopulation
    {
        /// <summary>Everyone who was randomized, analyzed in the arm of their allocation regardless of what they received.</summary>
        public const string Itt = "itt";

        /// <summary>Those randomized, analyzed in the arm of their allocation, less people left out by a stated rule, such as those without a dose or without a measurement after baseline.</summary>
        public const string Mitt = "mitt";

        /// <summary>Only those who received the allocated intervention and followed the protocol as stated.</summary>
        public const string PerProtocol = "per-protocol";

        /// <summary>Everyone who received at least one dose, most often counted in the arm of what they received.</summary>
        public const string Safety = "safety";
    }

    /// <summary>Terms of the vocabulary <c>arm-role</c>.</summary>
    public static class ArmRole
    {
        /// <summary>The arm received an intervention whose effects the study set out to find.</summary>
        public const string Experimental = "experimental";

        /// <summary>The arm received an intervention with effects of its own as the comparison, be it an established treatment or a drug such as midazolam that imitates the acute effects of ketamine.</summary>
        public const string ActiveComparator = "active-comparator";

        /// <summary>The arm received an inactive preparation made to look like the experimental intervention, or in a pooled analysis the control conditions of the pooled trials.</summary>
        public const string Placebo = "placebo";

        /// <summary>The arm received nothing in place of the experimental intervention.</summary>
        public const string NoTreatment = "no-treatment";
    }

    /// <summary>Terms of the vocabulary <c>benefit</c>.</summary>
    public static class Benefit
    {
        /// <summary>An effect below zero (a ratio below one) is better for the people of the first arm.</summary>
        public const string Negative = "negative";

        /// <summary>An effect above zero (a ratio above one) is better for the people of the first arm.</summary>
        public const string Positive = "positive";
    }

    /// <summary>Terms of the vocabulary <c>certainty</c>.</summary>
    public static class Certainty
    {
        /// <summary>A source says that the two studies share participants.</summary>
        public const string Stated = "stated";

        /// <summary>The investigators, site, period, doses and comparators make it likely that the two studies share participants, and no source that was read says so.</summary>
        public const string Probable = "probable";
    }

    /// <summary>Terms of the vocabulary <c>change-subject</c>.</summary>
    public static class ChangeSubject
    {
        /// <summary>The record as a whole.</summary>
        public const string Record = "record";

        /// <summary>A field, or an item of a list, of a record that was replaced.</summary>
        public const string Field = "field";

        /// <summary>A contrast of two arms whose figures follow from the record.</summary>
        public const string Effect = "effect";
    }

    /// <summary>Terms of the vocabulary <c>claim-topic</c>.</summary>
    public static class ClaimTopic
    {
        /// <summary>How ketamine acts in the brain.</summary>
        public const string Mechanism = "mechanism";

        /// <summary>Which people ketamine helps.</summary>
        public const string Population = "population";

        /// <summary>How soon ketamine or another treatment begins to help.</summary>
        public const string Onset = "onset";

        /// <summary>How long the benefit lasts and what keeps it up.</summary>
        public const string Durability = "durability";

        /// <summary>What ketamine does to suicidal thoughts and behavior.</summary>
        public const string Suicidality = "suicidality";

        /// <summary>Under whose care ketamine should be given.</summary>
        public const string Supervision = "supervision";

        /// <summary>What harm ketamine can do.</summary>
        public const string Safety = "safety";

        /// <summary>How ketamine fares against other treatments.</summary>
        public const string Comparative = "comparative";
    }

    /// <summary>Terms of the vocabulary <c>conclusion</c>.</summary>
    public static class Conclusion
    {
        /// <summary>The interval lies wholly on the side that is better for the people of the first arm.</summary>
        public const string FavoursFirstArm = "favours-first-arm";

        /// <summary>The interval lies wholly on the side that is better for the people of the second arm.</summary>
        public const string FavoursSecondArm = "favours-second-arm";

        /// <summary>The interval contains no effect, so that the arms may or may not differ.</summary>
        public const string NoClearDifference = "no-clear-difference";

        /// <summary>Fewer than two studies can be pooled.</summary>
        public const string TooLittle = "too-little";
    }

    /// <summary>Terms of the vocabulary <c>condition</c>.</summary>
    public static class Condition
    {
        /// <summary>People had a major depressive episode of major depressive disorder by stated diagnostic criteria.</summary>
        public const string Mdd = "mdd";

        /// <summary>People had a depressive episode of bipolar disorder, type I, type II or unspecified.</summary>
        public const string BipolarDepression = "bipolar-depression";

        /// <summary>People had depression of which the source does not tell unipolar from bipolar, or names no diagnosis.</summary>
        public const string DepressionUnspecified = "depression-unspecified";

        /// <summary>People had post-traumatic stress disorder by stated diagnostic criteria.</summary>
        public const string Ptsd = "ptsd";

        /// <summary>People were included because they had suicidal thoughts, regardless of their diagnosis.</summary>
        public const string SuicidalIdeation = "suicidal-ideation";

        /// <summary>Animals were studied as a model of depression or of the action of an antidepressant.</summary>
        public const string AnimalModel = "animal-model";
    }

    /// <summary>Terms of the vocabulary <c>contrast-measure</c>.</summary>
    public static class ContrastMeasure
    {
        /// <summary>The mean in the arm minus the mean in the arm it is compared with, in the units of the instrument.</summary>
        public const string Md = "md";

        /// <summary>The mean difference divided by a standard deviation, as in Cohen's d or Hedges' g, so that different instruments can be compared.</summary>
        public const string Smd = "smd";

        /// <summary>The odds of the event in the arm divided by the odds in the arm it is compared with.</summary>
        public const string Or = "or";

        /// <summary>The risk of the event in the arm divided by the risk in the arm it is compared with, also called relative risk.</summary>
        public const string Rr = "rr";

        /// <summary>The risk of the event in the arm minus the risk in the arm it is compared with, as a proportion from -1 to 1 and not in percent.</summary>
        public const string Rd = "rd";

        /// <summary>The hazard of the event in the arm divided by the hazard in the arm it is compared with, from an analysis of the time to the event.</summary>
        public const string Hr = "hr";
    }

    /// <summary>Terms of the vocabulary <c>correction-decision</c>.</summary>
    public static class CorrectionDecision
    {
        /// <summary>The record is changed, as one revision that names the correction.</summary>
        public const string Accept = "accept";

        /// <summary>The record stays as it is.</summary>
        public const string Decline = "decline";

        /// <summary>A question is put to whoever reported it; the correction stays undecided.</summary>
        public const string Ask = "ask";
    }

    /// <summary>Terms of the vocabulary <c>correction-status</c>.</summary>
    public static class CorrectionStatus
    {
        /// <summary>Nobody has decided yet.</summary>
        public const string Open = "open";

        /// <summary>A curator needs to know more before it is decided.</summary>
        public const string Asked = "asked";

        /// <summary>The record was changed; acceptedIn is the revision that did it.</summary>
        public const string Accepted = "accepted";

        /// <summary>The record stays as it is, for the reason that is given.</summary>
        public const string Declined = "declined";
    }

    /// <summary>Terms of the vocabulary <c>crossover-handling</c>.</summary>
    public static class CrossoverHandling
    {
        /// <summary>The first period where it is reported; else the figures as reported, paired where the correlation is known.</summary>
        public const string Include = "include";

        /// <summary>Only figures of the first period, which read like those of a parallel trial.</summary>
        public const string FirstPeriod = "first-period";

        /// <summary>No figures of crossover studies.</summary>
        public const string Exclude = "exclude";
    }

    /// <summary>Terms of the vocabulary <c>crossover-period</c>.</summary>
    public static class CrossoverPeriod
    {
        /// <summary>Only data from before the crossover, which can be read like those of a parallel trial and carry nothing over from an earlier period.</summary>
        public const string First = "first";

        /// <summary>Data of all periods together, in which each person is counted under each intervention that they received.</summary>
        public const string Both = "both";

        /// <summary>No source that was read says which periods the figures are of.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>decision-kind</c>.</summary>
    public static class DecisionKind
    {
        /// <summary>The effect stands for its study in the pool.</summary>
        public const string Chosen = "chosen";

        /// <summary>Figures of several arms or outcomes were made into one effect.</summary>
        public const string Merged = "merged";

        /// <summary>The effect was turned round or its people were divided before it went in.</summary>
        public const string Changed = "changed";

        /// <summary>The effect, or the study, is not in the pool.</summary>
        public const string LeftOut = "left-out";
    }

    /// <summary>Terms of the vocabulary <c>decision-reason</c>.</summary>
    public static class DecisionReason
    {
        /// <summary>It is what the rules of choice leave of the study.</summary>
        public const string Chosen = "chosen";

        /// <summary>The study is a review, and its trials stand in the catalogue themselves.</summary>
        public const string Review = "review";

        /// <summary>The study is of animals.</summary>
        public const string AnimalStudy = "animal-study";

        /// <summary>The design is not randomized, and the question does not name it.</summary>
        public const string NotRandomized = "not-randomized";

        /// <summary>Only people whom the drug had helped were randomized, to go on or to stop, and the question does not name the design.</summary>
        public const string WithdrawalDesign = "withdrawal-design";

        /// <summary>The primary report is retracted, and the question does not name retracted studies.</summary>
        public const string Retracted = "retracted";

        /// <summary>The source gives too little to compute the measure and its variance.</summary>
        public const string NoEffect = "no-effect";

        /// <summary>The figures are of a part of the study's people.</summary>
        public const string PartOfPeople = "part-of-people";

        /// <summary>The question takes no such figures of a crossover.</summary>
        public const string Crossover = "crossover";

        /// <summary>The time is not counted from the first dose.</summary>
        public const string TimeAnchor = "time-anchor";

        /// <summary>The time is too far from the one asked for.</summary>
        public const string OutsideWindow = "outside-window";

        /// <summary>Another outcome of the study was measured nearer to the time asked for.</summary>
        public const string OtherTime = "other-time";

        /// <summary>Another instrument comes before it in the order of priority.</summary>
        public const string OtherInstrument = "other-instrument";

        /// <summary>Another outcome of the study stands for the same thing more directly or firmly, or comes first in the record.</summary>
        public const string OtherOutcome = "other-outcome";

        /// <summary>The first period of the crossover is reported, and is taken.</summary>
        public const string FirstPeriod = "first-period";

        /// <summary>The study also compares with a control.</summary>
        public const string BothExperimental = "both-experimental";

        /// <summary>Several arms of the same side were taken together.</summary>
        public const string ArmsCombined = "arms-combined";

        /// <summary>The same outcome is reported separately of arms that have nobody in common.</summary>
        public const string OutcomesCombined = "outcomes-combined";

        /// <summary>People of an arm that several pairs share were divided among them.</summary>
        public const string ArmDivided = "arm-divided";

        /// <summary>It cannot be taken together with the other arms: only a contrast is reported of it, or its people are already counted on the other side or, in a crossover, in every arm.</summary>
        public const string NotCombinable = "not-combinable";

        /// <summary>Another study in the pool has some of the same people.</summary>
        public const string SharedParticipants = "shared-participants";

        /// <summary>The outcome points the other way than most; its sign or its event was turned.</summary>
        public const string Turned = "turned";

        /// <summary>The outcome points the other way than most, and only a risk ratio is reported.</summary>
        public const string NotTurnable = "not-turnable";

        /// <summary>The model needs the counts of both arms, and they are not reported.</summary>
        public const string NoTable = "no-table";

        /// <summary>The moderator is not known of the study.</summary>
        public const string NoModerator = "no-moderator";

        /// <summary>Both arms received what the network takes for the same treatment.</summary>
        public const string NoNode = "no-node";

        /// <summary>No chain of comparisons leads from the treatment to the others.</summary>
        public const string NotConnected = "not-connected";
    }

    /// <summary>Terms of the vocabulary <c>design</c>.</summary>
    public static class Design
    {
        /// <summary>People were allocated at random to groups, and each group stayed with its allocation through the study.</summary>
        public const string RandomizedParallel = "randomized-parallel";

        /// <summary>Each person received two or more interventions one after the other, in an order that was allocated at random.</summary>
        public const string RandomizedCrossover = "randomized-crossover";

        /// <summary>Everyone was first treated openly, and those who had improved were then allocated at random to go on with the treatment or to have it withdrawn.</summary>
        public const string RandomizedWithdrawal = "randomized-withdrawal";

        /// <summary>The investigators assigned people to the groups or to the order of interventions by a method other than chance.</summary>
        public const string NonRandomized = "non-randomized";

        /// <summary>Everyone in a prospective trial was assigned to the same treatment, and there was no concurrent comparison group.</summary>
        public const string SingleArm = "single-arm";

        /// <summary>People whose treatment the investigators did not assign were followed over time, with or without a comparison group.</summary>
        public const string Cohort = "cohort";

        /// <summary>The course of a number of treated people was described one by one or together, without a comparison group and without a protocol that assigned the treatment.</summary>
        public const string CaseSeries = "case-series";

        /// <summary>The studies that answer a stated question were sought and selected by stated methods and summarized, with or without a meta-analysis.</summary>
        public const string SystematicReview = "systematic-review";

        /// <summary>The research was done in animals, in tissue or in cells, and not in people.</summary>
        public const string Preclinical = "preclinical";
    }

    /// <summary>Terms of the vocabulary <c>difference</c>.</summary>
    public static class Difference
    {
        /// <summary>It was not there before.</summary>
        public const string Added = "added";

        /// <summary>It is no longer there.</summary>
        public const string Removed = "removed";

        /// <summary>Its value, or a figure that it follows from, is another.</summary>
        public const string Changed = "changed";

        /// <summary>The same items of a list stand in another order.</summary>
        public const string Reordered = "reordered";
    }

    /// <summary>Terms of the vocabulary <c>direction</c>.</summary>
    public static class Direction
    {
        /// <summary>A lower value or fewer events are better for the person, as with a depression score or an adverse event.</summary>
        public const string LowerIsBetter = "lower-is-better";

        /// <summary>A higher value or more events are better for the person, as with quality of life or response.</summary>
        public const string HigherIsBetter = "higher-is-better";
    }

    /// <summary>Terms of the vocabulary <c>domain</c>.</summary>
    public static class Domain
    {
        /// <summary>How severe depression is on a rating scale or questionnaire, as the total score or as its change from baseline.</summary>
        public const string DepressionSeverity = "depression-severity";

        /// <summary>The number of people who improved by a stated share, most often a fall of at least 50 percent from baseline on a depression scale.</summary>
        public const string Response = "response";

        /// <summary>The number of people whose score on a depression scale was at or below a stated cut-off, such as a MADRS total of 10 or 12.</summary>
        public const string Remission = "remission";

        /// <summary>Suicidal thoughts or behavior, as the score of a scale or of a single item, or as the number of people who had them or were free of them.</summary>
        public const string Suicidality = "suicidality";

        /// <summary>The number of people, or the time, to a return of depression by a stated definition after response or remission.</summary>
        public const string Relapse = "relapse";

        /// <summary>How severe anxiety is on a rating scale or questionnaire, among which the catalogue also files scales of post-traumatic stress symptoms.</summary>
        public const string Anxiety = "anxiety";

        /// <summary>How far symptoms disturb work, social life and family life, on a scale such as the Sheehan Disability Scale.</summary>
        public const string Function = "function";

        /// <summary>Health-related quality of life as people report it themselves, as an index or on a visual analogue scale.</summary>
        public const string QualityOfLife = "quality-of-life";

        /// <summary>Performance on tests of memory, attention, processing speed or other mental abilities.</summary>
        public const string Cognition = "cognition";

        /// <summary>Dissociative symptoms such as depersonalization, derealization and altered perception, as the score of a scale or as the number of people who had them as the effect looked for.</summary>
        public const string Dissociation = "dissociation";

        /// <summary>Symptoms like those of psychosis, such as suspiciousness, hallucinations and disordered thought, as the score of a scale.</summary>
        public const string Psychotomimetic = "psychotomimetic";

        /// <summary>Manic or hypomanic symptoms as the score of a scale, or the number of people who switched to mania or hypomania.</summary>
        public const string Mania = "mania";

        /// <summary>Systolic or diastolic blood pressure in mmHg, as a value or as its change from before the dose.</summary>
        public const string BloodPressure = "blood-pressure";

        /// <summary>The number of people with at least one untoward occurrence of the named kind, or of any kind, during or after treatment, whether or not the treatment caused it.</summary>
        public const string AdverseEvent = "adverse-event";

        /// <summary>The number of people with at least one adverse event that led to death, a threat to life, hospital admission or a longer stay, lasting disability, a birth defect or another medically important condition.</summary>
        public const string SeriousAdverseEvent = "serious-adverse-event";

        /// <summary>The number of people who left the study or stopped its treatment early, for any reason.</summary>
        public const string Discontinuation = "discontinuation";

        /// <summary>The number of people who left the study or stopped its treatment early because of an adverse event.</summary>
        public const string DiscontinuationAdverseEvent = "discontinuation-adverse-event";

        /// <summary>The number of people who died of any cause, by suicide among others, during a stated time.</summary>
        public const string Mortality = "mortality";

        /// <summary>A measured biological quantity, such as a substance in blood, a signal of the brain or the uptake of a tracer.</summary>
        public const string Biomarker = "biomarker";
    }

    /// <summary>Terms of the vocabulary <c>dose-unit</c>.</summary>
    public static class DoseUnit
    {
        /// <summary>Milligrams for each kilogram of body weight at one administration.</summary>
        public const string MgKg = "mg/kg";

        /// <summary>Milligrams at one administration, regardless of the weight of the person.</summary>
        public const string Mg = "mg";
    }

    /// <summary>Terms of the vocabulary <c>effect-basis</c>.</summary>
    public static class EffectBasis
    {
        /// <summary>Computed from the means and standard deviations, or the counts, that the source gives of both arms.</summary>
        public const string Arms = "arms";

        /// <summary>Computed from the figures of both arms after a standard deviation was worked out from a standard error or a confidence interval.</summary>
        public const string ArmsConverted = "arms-converted";

        /// <summary>Computed from the figures of both conditions of a crossover with the stated correlation of a person's two measurements.</summary>
        public const string ArmsPaired = "arms-paired";

        /// <summary>The comparison that the source itself reports, its variance taken from the confidence interval.</summary>
        public const string Contrast = "contrast";

        /// <summary>The comparison that the source itself reports, its variance worked out from the p value.</summary>
        public const string ContrastP = "contrast-p";

        /// <summary>Standardized from the mean difference that the source reports, the standard deviation worked out from its interval or p value and the numbers of people.</summary>
        public const string ContrastConverted = "contrast-converted";
    }

    /// <summary>Terms of the vocabulary <c>effect-measure</c>.</summary>
    public static class EffectMeasure
    {
        /// <summary>The mean in the first arm minus the mean in the second, in points of the instrument.</summary>
        public const string Md = "md";

        /// <summary>Hedges' g: the mean difference over the standard deviation within the arms, corrected for small samples, so that instruments can be compared.</summary>
        public const string Smd = "smd";

        /// <summary>The mean difference over the root of the average of both variances, corrected for small samples, for arms whose spread differs.</summary>
        public const string Smdh = "smdh";

        /// <summary>The natural logarithm of the mean in the first arm over the mean in the second, for scales with a true zero.</summary>
        public const string Rom = "rom";

        /// <summary>The natural logarithm of the odds of the event in the first arm over the odds in the second.</summary>
        public const string Or = "or";

        /// <summary>The natural logarithm of the risk of the event in the first arm over the risk in the second.</summary>
        public const string Rr = "rr";

        /// <summary>The risk of the event in the first arm minus the risk in the second, from -1 to 1.</summary>
        public const string Rd = "rd";

        /// <summary>The natural logarithm of the odds ratio by Peto's one-step method, for rare events in arms of similar size.</summary>
        public const string Peto = "peto";

        /// <summary>The natural logarithm of the hazard ratio that the source reports; it cannot be computed from counts.</summary>
        public const string Hr = "hr";
    }

    /// <summary>Terms of the vocabulary <c>evidence-direction</c>.</summary>
    public static class EvidenceDirection
    {
        /// <summary>The evidence speaks for the claim.</summary>
        public const string Supports = "supports";

        /// <summary>The evidence speaks against the claim.</summary>
        public const string Refutes = "refutes";

        /// <summary>Part of the evidence speaks for the claim and part against it, such as different outcomes, doses or times.</summary>
        public const string Mixed = "mixed";

        /// <summary>The evidence bears on the claim and is too weak or too imprecise to speak for it or against it.</summary>
        public const string Inconclusive = "inconclusive";
    }

    /// <summary>Terms of the vocabulary <c>extraction-method</c>.</summary>
    public static class ExtractionMethod
    {
        /// <summary>The figures were extracted once.</summary>
        public const string Single = "single";

        /// <summary>The figures were extracted twice independently, and differences were resolved against the source.</summary>
        public const string Double = "double";
    }

    /// <summary>Terms of the vocabulary <c>failed-trials-scope</c>.</summary>
    public static class FailedTrialsScope
    {
        /// <summary>Only adequate treatments that failed during the present depressive episode were counted.</summary>
        public const string CurrentEpisode = "current-episode";

        /// <summary>Adequate treatments that failed at any time in the life of the person were counted.</summary>
        public const string Lifetime = "lifetime";

        /// <summary>No source that was read says over which time failed treatments were counted, or none had to have failed.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>funding</c>.</summary>
    public static class Funding
    {
        /// <summary>A company that makes or sells drugs or devices paid for the study.</summary>
        public const string Industry = "industry";

        /// <summary>Governments, universities, hospitals, research councils, foundations or charities paid for the study.</summary>
        public const string Public = "public";

        /// <summary>Both a company and public or charitable funders paid for the study.</summary>
        public const string Mixed = "mixed";

        /// <summary>The source says that the study had no funding of its own.</summary>
        public const string None = "none";

        /// <summary>No source that was read says who paid.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>instrument</c>.</summary>
    public static class Instrument
    {
        /// <summary>Ten items of depression rated 0 to 6 by a clinician, with a total of 0 to 60 and higher for worse.</summary>
        public const string Madrs = "madrs";

        /// <summary>Seventeen items of depression rated by a clinician, with a total that is published as 0 to 50, 0 to 52 or 0 to 53 by the scoring of single items, of which the widest is kept here, and higher for worse.</summary>
        public const string Hdrs17 = "hdrs-17";

        /// <summary>The 17-item scale with diurnal variation, depersonalization, paranoid and obsessional symptoms, with a total of 0 to 64 in the table of equivalent scores of the IDS-QIDS authors and higher for worse.</summary>
        public const string Hdrs21 = "hdrs-21";

        /// <summary>The 21-item scale with helplessness, hopelessness and worthlessness, with a total of 0 to 75 in the table of equivalent scores of the IDS-QIDS authors and higher for worse.</summary>
        public const string Hdrs24 = "hdrs-24";

        /// <summary>A version of the Hamilton scale with twenty-eight items rated by a clinician, higher for worse, of which the possible total was not found in a source.</summary>
        public const string Hdrs28 = "hdrs-28";

        /// <summary>Six core items of the 17-item scale (mood, guilt, work and interests, retardation, psychic anxiety, general somatic symptoms), with a total of 0 to 22 and higher for worse.</summary>
        public const string Hdrs6 = "hdrs-6";

        /// <summary>Sixteen questions to the person that score nine symptom domains 0 to 3, with a total of 0 to 27 and higher for worse.</summary>
        public const string QidsSr = "qids-sr";

        /// <summary>Thirty questions to the person of which 28 are scored 0 to 3, with a total of 0 to 84 and higher for worse.</summary>
        public const string IdsSr = "ids-sr";

        /// <summary>Nine questions to the person on depressive symptoms of the last two weeks, scored 0 to 3, with a total of 0 to 27 and higher for worse.</summary>
        public const string Phq9 = "phq-9";

        /// <summary>Twenty-one questions to the person scored 0 to 3 in the original or the first revised form, with a total of 0 to 63 and higher for worse.</summary>
        public const string Bdi = "bdi";

        /// <summary>Twenty-one questions to the person scored 0 to 3 in the second edition of 1996, with a total of 0 to 63 and higher for worse.</summary>
        public const string Bdi2 = "bdi-2";

        /// <summary>Nineteen items of suicidal thinking rated 0 to 2 by a clinician, with a total of 0 to 38 and higher for worse.</summary>
        public const string Ssi = "ssi";

        /// <summary>The five screening items of the Scale for Suicide Ideation rated 0 to 2, with a total of 0 to 10 and higher for worse.</summary>
        public const string Ssi5 = "ssi-5";

        /// <summary>One item on suicidal thoughts of the instrument that the source abbreviates BSI (Beck Scale for Suicide Ideation or Brief Symptom Inventory), which the term of the outcome names, and higher for worse.</summary>
        public const string BsiItem = "bsi-item";

        /// <summary>A structured interview on suicidal thoughts and behavior that has subscales and no single total, so that the term of the outcome names what was scored.</summary>
        public const string CSsrs = "c-ssrs";

        /// <summary>The item on suicidal thoughts of the MADRS alone, scored 0 to 6 and higher for worse.</summary>
        public const string MadrsItem10 = "madrs-item-10";

        /// <summary>The item on suicide of the Hamilton scale alone, scored 0 to 4 and higher for worse.</summary>
        public const string HdrsItem3 = "hdrs-item-3";

        /// <summary>The question on thoughts of death or suicide of the QIDS alone, scored 0 to 3 and higher for worse.</summary>
        public const string QidsItem12 = "qids-item-12";

        /// <summary>A single rating of how suicidal the person is by a clinician, from 0 (not at all) to 6 (among the most extremely suicidal).</summary>
        public const string CgiSsR = "cgi-ss-r";

        /// <summary>Twenty-three questions to the person on present dissociative symptoms scored 0 to 4, with a total of 0 to 92 and higher for worse.</summary>
        public const string Cadss = "cadss";

        /// <summary>Items of psychotic and other symptoms rated by a clinician, higher for worse, of which the number of items and the lowest score of an item (0 or 1) differ between versions.</summary>
        public const string Bprs = "bprs";

        /// <summary>Eleven items of mania rated by a clinician, seven of them 0 to 4 and four 0 to 8, with a total of 0 to 60 and higher for worse.</summary>
        public const string Ymrs = "ymrs";

        /// <summary>A single rating of how ill the person is by a clinician, from 1 (normal, not at all ill) to 7 (among the most extremely ill).</summary>
        public const string CgiS = "cgi-s";

        /// <summary>Three questions to the person on disturbance of work, social life and family life scored 0 to 10, with a total of 0 to 30 and higher for worse.</summary>
        public const string Sds = "sds";

        /// <summary>Five questions to the person on health that give an index, with a visual analogue scale from 0 to 100 beside it, so that the term of the outcome names which was used, and higher for better.</summary>
        public const string Eq5d = "eq-5d";

        /// <summary>Fourteen items of anxiety rated 0 to 4 by a clinician, with a total of 0 to 56 and higher for worse.</summary>
        public const string HamA = "ham-a";

        /// <summary>An instrument that has no term of its own here, which the term of the outcome or the source names.</summary>
        public const string Other = "other";
    }

    /// <summary>Terms of the vocabulary <c>interval-method</c>.</summary>
    public static class IntervalMethod
    {
        /// <summary>Hartung and Knapp's variance with Student's t on k - 1 degrees of freedom.</summary>
        public const string HartungKnapp = "hartung-knapp";

        /// <summary>Hartung and Knapp's interval with its variance never below the model's own.</summary>
        public const string HartungKnappNeverNarrower = "hartung-knapp-never-narrower";

        /// <summary>The model's standard error with Student's t on k - 1 degrees of freedom.</summary>
        public const string StudentT = "student-t";

        /// <summary>The model's standard error with the normal distribution.</summary>
        public const string Wald = "wald";
    }

    /// <summary>Terms of the vocabulary <c>intervention</c>.</summary>
    public static class Intervention
    {
        /// <summary>Racemic ketamine, an equal mixture of esketamine and arketamine, or ketamine of which the source does not name the form.</summary>
        public const string Ketamine = "ketamine";

        /// <summary>The S-enantiomer of ketamine alone.</summary>
        public const string Esketamine = "esketamine";

        /// <summary>The R-enantiomer of ketamine alone.</summary>
        public const string Arketamine = "arketamine";

        /// <summary>A short-acting benzodiazepine, given as an active placebo because its sedation makes the allocation harder to guess.</summary>
        public const string Midazolam = "midazolam";

        /// <summary>Sodium chloride solution without a drug, given as a placebo by infusion or injection.</summary>
        public const string Saline = "saline";

        /// <summary>An inactive preparation other than saline given by infusion or injection, or one of which the source does not name the content.</summary>
        public const string Placebo = "placebo";

        /// <summary>Seizures induced by electric current under general anesthesia, in a course of sessions.</summary>
        public const string Ect = "ect";

        /// <summary>A very short-acting opioid, given as an active placebo.</summary>
        public const string Remifentanil = "remifentanil";

        /// <summary>A short-acting opioid, given as an active comparator.</summary>
        public const string Fentanyl = "fentanyl";

        /// <summary>A conventional antidepressant drug such as a selective serotonin reuptake inhibitor, given as the compared treatment and not merely alongside it.</summary>
        public const string Antidepressant = "antidepressant";

        /// <summary>An atypical antipsychotic, given to augment an antidepressant.</summary>
        public const string Quetiapine = "quetiapine";

        /// <summary>A mood stabilizer, given to augment an antidepressant or to sustain a response.</summary>
        public const string Lithium = "lithium";

        /// <summary>A low-trapping blocker of the NMDA receptor channel, also called AZD6765.</summary>
        public const string Lanicemine = "lanicemine";

        /// <summary>An intervention that has no term of its own here, or several pooled together, which the label of the arm names.</summary>
        public const string Other = "other";
    }

    /// <summary>Terms of the vocabulary <c>judgement</c>.</summary>
    public static class Judgement
    {
        /// <summary>Bias, if there is any, is unlikely to have altered the result seriously.</summary>
        public const string Low = "low";

        /// <summary>The domain raises some doubt about the result, without being at high risk of bias, in the words of RoB 2.</summary>
        public const string SomeConcerns = "some-concerns";

        /// <summary>What was reported does not allow a judgement of low or of high, in the words of RoB 1.</summary>
        public const string Unclear = "unclear";

        /// <summary>Bias is likely enough, or great enough, to weaken confidence in the result seriously.</summary>
        public const string High = "high";
    }

    /// <summary>Terms of the vocabulary <c>key-role</c>.</summary>
    public static class KeyRole
    {
        /// <summary>May write and withdraw studies, decide corrections, and name releases.</summary>
        public const string Curator = "curator";

        /// <summary>May do what a curator may, and make, list and revoke keys.</summary>
        public const string Admin = "admin";
    }

    /// <summary>Terms of the vocabulary <c>masking</c>.</summary>
    public static class Masking
    {
        /// <summary>Participants, care providers, investigators and outcome assessors could all know the allocation.</summary>
        public const string None = "none";

        /// <summary>The source calls the study single-blind, or says that one of the four roles (participant, care provider, investigator, outcome assessor) did not know the allocation.</summary>
        public const string Single = "single";

        /// <summary>The source calls the study double-blind, or says that two of the four roles (participant, care provider, investigator, outcome assessor) did not know the allocation.</summary>
        public const string Double = "double";

        /// <summary>The source calls the study triple-blind, or says that three of the four roles (participant, care provider, investigator, outcome assessor) did not know the allocation.</summary>
        public const string Triple = "triple";

        /// <summary>The source says that participants, care providers, investigators and outcome assessors all did not know the allocation.</summary>
        public const string Quadruple = "quadruple";

        /// <summary>No source that was read says who was masked, or masking has no meaning for this kind of research.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>measurement-type</c>.</summary>
    public static class MeasurementType
    {
        /// <summary>Each person has a number on a scale, and an arm is summarized by its mean or median and a measure of spread.</summary>
        public const string Continuous = "continuous";

        /// <summary>Each person either has the event or has not, and an arm is summarized by the number of people with it among those analyzed.</summary>
        public const string Dichotomous = "dichotomous";
    }

    /// <summary>Terms of the vocabulary <c>mechanism</c>.</summary>
    public static class Mechanism
    {
        /// <summary>Binding to, block of or signalling through the N-methyl-D-aspartate glutamate receptor.</summary>
        public const string NmdaReceptor = "nmda-receptor";

        /// <summary>The amount, release or turnover of glutamate, or the activity of the cells that release it.</summary>
        public const string Glutamate = "glutamate";

        /// <summary>Activation, block or expression of the AMPA type of glutamate receptor.</summary>
        public const string AmpaReceptor = "ampa-receptor";

        /// <summary>The number, structure or strength of synapses, or a measured sign of their change.</summary>
        public const string SynapticPlasticity = "synaptic-plasticity";

        /// <summary>Signalling through the mechanistic target of rapamycin, which controls the making of synaptic proteins.</summary>
        public const string Mtor = "mtor";

        /// <summary>The amount, release or signalling of brain-derived neurotrophic factor.</summary>
        public const string Bdnf = "bdnf";

        /// <summary>The part of opioid receptors, for example tested by blocking them beforehand.</summary>
        public const string Opioid = "opioid";

        /// <summary>A mechanism that has no term of its own here, which the summary names.</summary>
        public const string Other = "other";
    }

    /// <summary>Terms of the vocabulary <c>metric</c>.</summary>
    public static class Metric
    {
        /// <summary>The mean or median of the values measured at the time point.</summary>
        public const string Endpoint = "endpoint";

        /// <summary>The mean or median of the value at the time point minus the value at baseline, negative where the score fell.</summary>
        public const string ChangeFromBaseline = "change-from-baseline";

        /// <summary>The number of people with the event by the time point, or in the state at the time point, among those analyzed.</summary>
        public const string Events = "events";
    }

    /// <summary>Terms of the vocabulary <c>moderator</c>.</summary>
    public static class Moderator
    {
        /// <summary>Year of the primary report.</summary>
        public const string Year = "year";

        /// <summary>Hours from the first dose to the measurement.</summary>
        public const string TimeHours = "time-hours";

        /// <summary>Dose of one administration in the first arm, in the unit that all studies share.</summary>
        public const string Dose = "dose";

        /// <summary>Number of administrations in the first arm.</summary>
        public const string Administrations = "administrations";

        /// <summary>Number of people enrolled.</summary>
        public const string Enrolled = "enrolled";

        /// <summary>Mean age in years.</summary>
        public const string AgeMean = "age-mean";

        /// <summary>Share of women, in percent.</summary>
        public const string PercentFemale = "percent-female";

        /// <summary>Minimum number of failed trials of treatment that entry asked for.</summary>
        public const string FailedTrials = "failed-trials";
    }

    /// <summary>Terms of the vocabulary <c>multi-arm</c>.</summary>
    public static class MultiArm
    {
        /// <summary>Arms of the same side are taken together by the formula of Cochrane's Handbook, so that the study gives one effect.</summary>
        public const string Combine = "combine";

        /// <summary>Each pair of arms gives an effect of its own, the people of a shared arm divided among its pairs.</summary>
        public const string Split = "split";
    }

    /// <summary>Terms of the vocabulary <c>network-node</c>.</summary>
    public static class NetworkNode
    {
        /// <summary>What an arm received; saline counts as placebo, because both are inactive.</summary>
        public const string Intervention = "intervention";

        /// <summary>What an arm received and how; saline counts as placebo by the same route.</summary>
        public const string InterventionRoute = "intervention-route";
    }

    /// <summary>Terms of the vocabulary <c>onset-definition</c>.</summary>
    public static class OnsetDefinition
    {
        /// <summary>The earliest time point at which the arms differed at p &lt; 0.05, among the time points at which they were assessed.</summary>
        public const string FirstSignificantSeparation = "first-significant-separation";

        /// <summary>The earliest assessment after the dose, at which the arms already differed, so that the effect came at this time or before.</summary>
        public const string FirstAssessment = "first-assessment";

        /// <summary>The time by which half of the people had responded by the definition of the study, estimated with allowance for censoring where the source does so.</summary>
        public const string MedianTimeToResponse = "median-time-to-response";

        /// <summary>The average time until response by the definition of the study, among the people whom the source counts.</summary>
        public const string MeanTimeToResponse = "mean-time-to-response";
    }

    /// <summary>Terms of the vocabulary <c>outcome-type</c>.</summary>
    public static class OutcomeType
    {
        /// <summary>The source names it as a primary outcome, the one the sample size was planned for.</summary>
        public const string Primary = "primary";

        /// <summary>The source names it as a secondary outcome.</summary>
        public const string Secondary = "secondary";

        /// <summary>It was planned before the data were seen and is neither a primary nor a secondary outcome.</summary>
        public const string OtherPreSpecified = "other-pre-specified";

        /// <summary>It was defined after the data had been seen.</summary>
        public const string PostHoc = "post-hoc";

        /// <summary>No source that was read says what place the outcome had in the plan.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>param-type</c>.</summary>
    public static class ParamType
    {
        /// <summary>The mean of the arm estimated by a statistical model and adjusted for its covariates.</summary>
        public const string LeastSquaresMean = "least-squares-mean";

        /// <summary>The middle value of the arm.</summary>
        public const string Median = "median";
    }

    /// <summary>Terms of the vocabulary <c>plot-layout</c>.</summary>
    public static class PlotLayout
    {
        /// <summary>For pages and print, from 640 pixels on.</summary>
        public const string Wide = "wide";

        /// <summary>For small screens, from 320 pixels on.</summary>
        public const string Narrow = "narrow";
    }

    /// <summary>Terms of the vocabulary <c>pool-change</c>.</summary>
    public static class PoolChange
    {
        /// <summary>It is in the later pool only.</summary>
        public const string Entered = "entered";

        /// <summary>It is in the earlier pool only.</summary>
        public const string Left = "left";

        /// <summary>It is in both pools, with another figure, outcome or arm.</summary>
        public const string Changed = "changed";
    }

    /// <summary>Terms of the vocabulary <c>pooling-model</c>.</summary>
    public static class PoolingModel
    {
        /// <summary>True effects differ between studies; weights are one over the sampling variance plus the between-study variance.</summary>
        public const string Random = "random";

        /// <summary>All studies estimate one effect; weights are one over the sampling variance.</summary>
        public const string Common = "common";

        /// <summary>One effect for all tables, with Mantel-Haenszel weights, for sparse events.</summary>
        public const string MantelHaenszel = "mantel-haenszel";

        /// <summary>One odds ratio for all tables by Peto's one-step method, for rare events in arms of similar size.</summary>
        public const string Peto = "peto";
    }

    /// <summary>Terms of the vocabulary <c>population-suicidality</c>.</summary>
    public static class PopulationSuicidality
    {
        /// <summary>People could take part only if they had suicidal thoughts of a stated kind or severity.</summary>
        public const string Required = "required";

        /// <summary>People with suicidal thoughts could take part, and so could people without.</summary>
        public const string Allowed = "allowed";

        /// <summary>People with suicidal thoughts, or with suicidal thoughts above a stated severity, could not take part.</summary>
        public const string Excluded = "excluded";

        /// <summary>No source that was read says what the inclusion criteria asked about suicidal thoughts.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>question-operation</c>.</summary>
    public static class QuestionOperation
    {
        /// <summary>The selection is pooled at one time.</summary>
        public const string MetaAnalysis = "meta-analysis";

        /// <summary>The selection is pooled by time after the first dose.</summary>
        public const string TimeCourse = "time-course";
    }

    /// <summary>Terms of the vocabulary <c>record-change</c>.</summary>
    public static class RecordChange
    {
        /// <summary>The record is new, or it is there again after it was withdrawn.</summary>
        public const string Created = "created";

        /// <summary>A new version took the place of the one before.</summary>
        public const string Replaced = "replaced";

        /// <summary>The record is no longer in the catalogue; its history stays.</summary>
        public const string Withdrawn = "withdrawn";
    }

    /// <summary>Terms of the vocabulary <c>record-kind</c>.</summary>
    public static class RecordKind
    {
        /// <summary>A study with its reports, arms, outcomes and figures.</summary>
        public const string Study = "study";

        /// <summary>A statement about ketamine with the evidence for and against it.</summary>
        public const string Claim = "claim";

        /// <summary>How a claim is put to the numbers.</summary>
        public const string Question = "question";

        /// <summary>A closed list of terms.</summary>
        public const string Vocabulary = "vocabulary";
    }

    /// <summary>Terms of the vocabulary <c>registry</c>.</summary>
    public static class Registry
    {
        /// <summary>The registry of the United States National Library of Medicine, with identifiers of the form NCT and eight digits.</summary>
        public const string ClinicaltrialsGov = "clinicaltrials.gov";

        /// <summary>The European Union register of trials under the former directive, with EudraCT identifiers of the form 2013-004005-11.</summary>
        public const string Euctr = "euctr";

        /// <summary>The registry that gives International Standard Randomised Controlled Trial Numbers, of the form ISRCTN and eight digits.</summary>
        public const string Isrctn = "isrctn";

        /// <summary>The registry of Australia and New Zealand, with identifiers of the form ACTRN and fourteen digits.</summary>
        public const string Anzctr = "anzctr";

        /// <summary>The registry of China, with identifiers that begin with ChiCTR.</summary>
        public const string Chictr = "chictr";

        /// <summary>The registry of India, with identifiers of the form CTRI, year, month and number.</summary>
        public const string Ctri = "ctri";

        /// <summary>The registry of the University Hospital Medical Information Network in Japan, with identifiers of the form UMIN and nine digits.</summary>
        public const string Umin = "umin";

        /// <summary>The international register of protocols of systematic reviews, with identifiers that begin with CRD.</summary>
        public const string Prospero = "prospero";

        /// <summary>A registry that has no term of its own here, such as the Netherlands Trial Register.</summary>
        public const string Other = "other";
    }

    /// <summary>Terms of the vocabulary <c>report-role</c>.</summary>
    public static class ReportRole
    {
        /// <summary>The publication that first reports the main results of the study.</summary>
        public const string Primary = "primary";

        /// <summary>A publication of further outcomes, subgroups or reanalyses of the same study.</summary>
        public const string Secondary = "secondary";

        /// <summary>A publication of what became of the same people after the period that the primary report covers.</summary>
        public const string FollowUp = "follow-up";

        /// <summary>A publication of what the study was going to do, before its results.</summary>
        public const string Protocol = "protocol";

        /// <summary>The entry of the study in a registry, with or without posted results.</summary>
        public const string Registration = "registration";

        /// <summary>A published correction of another report of the study.</summary>
        public const string Erratum = "erratum";

        /// <summary>A published statement that withdraws another report of the study.</summary>
        public const string Retraction = "retraction";
    }

    /// <summary>Terms of the vocabulary <c>retracted-handling</c>.</summary>
    public static class RetractedHandling
    {
        /// <summary>They are left out, with a decision that says so.</summary>
        public const string Exclude = "exclude";

        /// <summary>They go in like any other, and the answer says so.</summary>
        public const string Include = "include";
    }

    /// <summary>Terms of the vocabulary <c>retraction-status</c>.</summary>
    public static class RetractionStatus
    {
        /// <summary>No correction, expression of concern or retraction of the report was found on the day it was checked.</summary>
        public const string None = "none";

        /// <summary>A correction of the report has been published, and the report otherwise stands.</summary>
        public const string Corrected = "corrected";

        /// <summary>The editors have published a warning that the report may not be reliable, and it is not retracted.</summary>
        public const string ExpressionOfConcern = "expression-of-concern";

        /// <summary>The report has been withdrawn by its authors or by the journal, and its figures should not be used.</summary>
        public const string Retracted = "retracted";
    }

    /// <summary>Terms of the vocabulary <c>risk-of-bias-domain</c>.</summary>
    public static class RiskOfBiasDomain
    {
        /// <summary>Selection bias due to inadequate generation of a randomized sequence.</summary>
        public const string RandomSequenceGeneration = "random sequence generation";

        /// <summary>Selection bias due to inadequate concealment of allocations before assignment.</summary>
        public const string AllocationConcealment = "allocation concealment";

        /// <summary>Performance bias due to knowledge of the allocated interventions by participants and personnel during the study.</summary>
        public const string BlindingOfParticipantsAndPersonnel = "blinding of participants and personnel";

        /// <summary>Detection bias due to knowledge of the allocated interventions by outcome assessors.</summary>
        public const string BlindingOfOutcomeAssessment = "blinding of outcome assessment";

        /// <summary>Attrition bias due to the amount, nature or handling of incomplete outcome data.</summary>
        public const string IncompleteOutcomeData = "incomplete outcome data";

        /// <summary>Reporting bias due to selective outcome reporting.</summary>
        public const string SelectiveReporting = "selective reporting";

        /// <summary>Bias due to problems that the other domains of the tool do not cover.</summary>
        public const string OtherBias = "other bias";

        /// <summary>Bias due to how the allocation sequence was generated and concealed, as baseline differences between the groups may show.</summary>
        public const string BiasArisingFromTheRandomizationProcess = "bias arising from the randomization process";

        /// <summary>Bias due to departures from the assigned interventions that arose because of the trial, or to an analysis that does not fit the effect of interest.</summary>
        public const string BiasDueToDeviationsFromIntendedInterventions = "bias due to deviations from intended interventions";

        /// <summary>Bias due to outcome data that are missing for a reason that may depend on the true value of the outcome.</summary>
        public const string BiasDueToMissingOutcomeData = "bias due to missing outcome data";

        /// <summary>Bias due to an unsuitable method of measurement, to measurement that differed between the groups, or to assessors whom knowledge of the intervention could sway.</summary>
        public const string BiasInMeasurementOfTheOutcome = "bias in measurement of the outcome";

        /// <summary>Bias due to choosing the reported result, from among several measurements or analyses, because of what it shows.</summary>
        public const string BiasInSelectionOfTheReportedResult = "bias in selection of the reported result";

        /// <summary>Bias due to prognostic factors that also predict which intervention a person received.</summary>
        public const string BiasDueToConfounding = "bias due to confounding";

        /// <summary>Bias due to leaving out people, follow-up time or outcome events in a way that is related to both intervention and outcome.</summary>
        public const string BiasInSelectionOfParticipantsIntoTheStudy = "bias in selection of participants into the study";

        /// <summary>Bias due to wrong or ill-defined classification of who received which intervention.</summary>
        public const string BiasInClassificationOfInterventions = "bias in classification of interventions";

        /// <summary>Bias due to people left out of the analysis because data on intervention status, outcome or confounders are missing.</summary>
        public const string BiasDueToMissingData = "bias due to missing data";

        /// <summary>Bias due to errors in the measurement of outcomes that differ between the groups or that knowledge of the intervention could sway.</summary>
        public const string BiasInMeasurementOfOutcomes = "bias in measurement of outcomes";
    }

    /// <summary>Terms of the vocabulary <c>risk-of-bias-tool</c>.</summary>
    public static class RiskOfBiasTool
    {
        /// <summary>The Cochrane tool of 2008, revised in 2011, for randomized trials, with seven domains judged low, unclear or high.</summary>
        public const string Rob1 = "rob-1";

        /// <summary>The revised Cochrane tool of 2019 for randomized trials, with five domains judged for one result as low, some concerns or high.</summary>
        public const string Rob2 = "rob-2";

        /// <summary>The tool of 2016 for non-randomized studies of interventions, with seven domains judged low, moderate, serious, critical or no information.</summary>
        public const string RobinsI = "robins-i";
    }

    /// <summary>Terms of the vocabulary <c>route</c>.</summary>
    public static class Route
    {
        /// <summary>Into a vein, by infusion or by injection.</summary>
        public const string Iv = "iv";

        /// <summary>Into the nose, as a spray or as drops.</summary>
        public const string Intranasal = "intranasal";

        /// <summary>Taken by mouth and swallowed.</summary>
        public const string Oral = "oral";

        /// <summary>Held under the tongue until it is taken up there.</summary>
        public const string Sublingual = "sublingual";

        /// <summary>Injected under the skin.</summary>
        public const string Subcutaneous = "subcutaneous";

        /// <summary>Injected into a muscle.</summary>
        public const string Im = "im";

        /// <summary>Nothing was given by a route, as in electroconvulsive therapy, or the arm pools people or trials with several routes.</summary>
        public const string None = "none";
    }

    /// <summary>Terms of the vocabulary <c>setting</c>.</summary>
    public static class Setting
    {
        /// <summary>People stayed in hospital while they were treated.</summary>
        public const string Inpatient = "inpatient";

        /// <summary>People came for treatment and went home afterwards.</summary>
        public const string Outpatient = "outpatient";

        /// <summary>People were treated in an emergency department.</summary>
        public const string Emergency = "emergency";

        /// <summary>People were treated in more than one of these settings, or moved from one to another during the study.</summary>
        public const string Mixed = "mixed";

        /// <summary>No source that was read names the setting, or the research has none.</summary>
        public const string NotReported = "not-reported";
    }

    /// <summary>Terms of the vocabulary <c>source-kind</c>.</summary>
    public static class SourceKind
    {
        /// <summary>The full text, or a table or figure of it, of a report of the study itself.</summary>
        public const string Paper = "paper";

        /// <summary>The abstract of a report of the study, or of a conference contribution.</summary>
        public const string Abstract = "abstract";

        /// <summary>The entry of the study in a registry, with the results posted there.</summary>
        public const string Registry = "registry";

        /// <summary>A review, label or assessment report of a drug regulator.</summary>
        public const string Regulator = "regulator";

        /// <summary>A systematic review or meta-analysis that reports figures of the study.</summary>
        public const string Review = "review";

        /// <summary>Any other document that restates figures of the study.</summary>
        public const string Secondary = "secondary";
    }

    /// <summary>Terms of the vocabulary <c>status</c>.</summary>
    public static class Status
    {
        /// <summary>The study ended as planned, and nobody is being examined or treated in it any more.</summary>
        public const string Completed = "completed";

        /// <summary>The study stopped early, after at least one person had been enrolled, and will not start again.</summary>
        public const string Terminated = "terminated";

        /// <summary>The study is registered and has not ended, whether people are still to be enrolled, are being enrolled or are being followed.</summary>
        public const string Ongoing = "ongoing";

        /// <summary>The study was stopped before anyone was enrolled.</summary>
        public const string Withdrawn = "withdrawn";

        /// <summary>No source that was read says whether the study ended, or the registry has not heard of it for a long time.</summary>
        public const string Unknown = "unknown";
    }

    /// <summary>Terms of the vocabulary <c>study-factor</c>.</summary>
    public static class StudyFactor
    {
        /// <summary>How people came to receive what they received.</summary>
        public const string Design = "design";

        /// <summary>Who was kept from knowing the allocation.</summary>
        public const string Masking = "masking";

        /// <summary>What the first arm received.</summary>
        public const string Intervention = "intervention";

        /// <summary>What the second arm received.</summary>
        public const string Comparator = "comparator";

        /// <summary>How the first arm received it.</summary>
        public const string Route = "route";

        /// <summary>The instrument of measurement.</summary>
        public const string Instrument = "instrument";

        /// <summary>Whether the figures are endpoints or changes from baseline.</summary>
        public const string Metric = "metric";

        /// <summary>The overall risk of bias of the study.</summary>
        public const string RiskOfBias = "risk-of-bias";

        /// <summary>Whether entry asked that earlier treatment had failed.</summary>
        public const string TreatmentResistant = "treatment-resistant";

        /// <summary>What entry asked of suicidality.</summary>
        public const string PopulationSuicidality = "population-suicidality";

        /// <summary>Where people were treated.</summary>
        public const string Setting = "setting";

        /// <summary>Who paid for the study.</summary>
        public const string Funding = "funding";
    }

    /// <summary>Terms of the vocabulary <c>tau2-estimator</c>.</summary>
    public static class Tau2Estimator
    {
        /// <summary>Restricted maximum likelihood (Viechtbauer 2005).</summary>
        public const string Reml = "reml";

        /// <summary>The method of moments of DerSimonian and Laird (1986).</summary>
        public const string Dl = "dl";

        /// <summary>The iterated method of moments of Paule and Mandel (1982).</summary>
        public const string Pm = "pm";

        /// <summary>Maximum likelihood (Hardy and Thompson 1996).</summary>
        public const string Ml = "ml";

        /// <summary>Empirical Bayes (Morris 1983), which agrees with Paule-Mandel.</summary>
        public const string Eb = "eb";

        /// <summary>The model error variance estimator of Sidik and Jonkman (2005).</summary>
        public const string Sj = "sj";

        /// <summary>The estimator of Hunter and Schmidt, as Viechtbauer (2005) gives it.</summary>
        public const string Hs = "hs";

        /// <summary>The unweighted method of moments of Hedges (Hedges and Olkin 1985).</summary>
        public const string He = "he";
    }

    /// <summary>Terms of the vocabulary <c>time-anchor</c>.</summary>
    public static class TimeAnchor
    {
        /// <summary>Time is counted from the first administration of the studied intervention or its comparator.</summary>
        public const string FirstDose = "first-dose";

        /// <summary>Time is counted from the day on which the person was allocated.</summary>
        public const string Randomization = "randomization";

        /// <summary>Time is counted from the start of the phase that the outcome belongs to, such as the maintenance phase.</summary>
        public const string PhaseBaseline = "phase-baseline";
    }

    /// <summary>Terms of the vocabulary <c>write-outcome</c>.</summary>
    public static class WriteOutcome
    {
        /// <summary>There was no such record before, or it had been withdrawn.</summary>
        public const string Created = "created";

        /// <summary>The record has a new version; the one before is kept.</summary>
        public const string Replaced = "replaced";

        /// <summary>The record was the same already, so that no revision was made.</summary>
        public const string Unchanged = "unchanged";

        /// <summary>The record is not in the catalogue any more; its versions are kept.</summary>
        public const string Withdrawn = "withdrawn";
    }
}
