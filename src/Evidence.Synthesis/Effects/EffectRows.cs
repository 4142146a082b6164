using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Synthesis.Effects;

/// <summary>Creates the rows of a study: one for each pair of arms of each outcome, in each measure that the outcome's type allows.</summary>
public static class EffectRows
{
    /// <summary>Creates the rows, in the order of outcomes, arms and measures.</summary>
    public static IEnumerable<EffectRow> Create(Study study) =>
        from outcome in study.Outcomes
        let pairs = ArmPair.CreateAll(study, outcome)
        from pair in pairs
        from measure in GetMeasures(outcome, pair)
        select Create(study, outcome, pair, measure, pairs.Count(other => other.Second.Id == pair.Second.Id));

    /// <summary>Returns the measures of a pair: a hazard ratio only if a source reports one.</summary>
    private static IEnumerable<EffectMeasure> GetMeasures(Outcome outcome, ArmPair pair) =>
        pair.Contrasts.Any(contrast => contrast.Measure == Terms.ContrastMeasure.Hr)
            ? Measures.GetForType(outcome.Type).Append(EffectMeasure.Hr)
            : Measures.GetForType(outcome.Type);

    private static EffectRow Create(Study study, Outcome outcome, ArmPair pair, EffectMeasure measure, int pairsOfComparator)
    {
        var effect = PairEffect.Compute(measure, outcome, pair);
        var table = PairEffect.FindTable(pair);
        var reported = ContrastEffect.FindReported(pair, measure) ?? pair.Contrasts.FirstOrDefault(contrast => contrast.Estimate is not null)
            ?? (pair.Contrasts.Count > 0 ? pair.Contrasts[0] : null);
        var source = study.Sources.First(source => source.Key == outcome.Source.Key);
        return new EffectRow
        {
            Study = study.Id,
            Label = study.Label,
            Year = StudySummary.FindYear(study),
            Outcome = outcome.Id,
            Domain = outcome.Domain,
            Instrument = outcome.Instrument,
            Term = outcome.Term,
            Metric = outcome.Metric,
            TimeHours = outcome.TimeHours,
            TimeAnchor = outcome.TimeAnchor,
            TimeFromLastDoseHours = outcome.TimeFromLastDoseHours,
            Subgroup = outcome.Subgroup,
            Arm = pair.First.Id,
            Intervention = pair.First.Intervention,
            Route = pair.First.Route,
            Dose = pair.First.Dose,
            DoseMax = pair.First.DoseMax,
            DoseUnit = pair.First.DoseUnit,
            Administrations = pair.First.Administrations,
            Versus = pair.Second.Id,
            Comparator = pair.Second.Intervention,
            ComparatorRoute = pair.Second.Route,
            ComparatorRole = pair.Second.Role,
            Measure = measure.ToTerm(),
            Yi = effect.Value?.Estimate,
            Vi = effect.Value?.Variance,
            Benefit = outcome.Direction == Terms.Direction.LowerIsBetter ? Terms.Benefit.Negative : Terms.Benefit.Positive,
            Basis = effect.Basis,
            Formula = effect.Formula,
            NotComputed = effect.Missing,
            N1i = pair.FirstResult?.N,
            M1i = pair.FirstResult?.Mean,
            Sd1i = FindSpread(pair.FirstResult, effect),
            N2i = pair.SecondResult?.N,
            M2i = pair.SecondResult?.Mean,
            Sd2i = FindSpread(pair.SecondResult, effect),
            Ai = (int?)table?.FirstEvents,
            Bi = (int?)table?.FirstOthers,
            Ci = (int?)table?.SecondEvents,
            Di = (int?)table?.SecondOthers,
            ReportedMeasure = reported?.Measure,
            ReportedEstimate = reported?.Estimate,
            ReportedCiLow = reported?.CiLow,
            ReportedCiHigh = reported?.CiHigh,
            ReportedCiLevel = reported?.CiLevel,
            ReportedP = reported?.P,
            ReportedAdjusted = reported?.Adjusted,
            PairsOfComparator = pairsOfComparator,
            Design = study.Design,
            Masking = study.Masking,
            OutcomeType = outcome.OutcomeType,
            AnalysisPopulation = outcome.AnalysisPopulation,
            Period = outcome.Period,
            WithinPersonCorrelation = outcome.WithinPersonCorrelation,
            RiskOfBias = OverallJudgement.Compute(outcome.RiskOfBias) ?? OverallJudgement.Compute(study.RiskOfBias),
            RetractionStatus = RetractionStatus.FindWorst(study),
            PrimaryRetractionStatus = RetractionStatus.FindPrimary(study),
            SharesParticipantsWith = [.. (study.SharesParticipantsWith ?? []).Select(shared => shared.Study)],
            Enrolled = study.Enrolled,
            AgeMean = study.Population.AgeMean,
            PercentFemale = study.Population.PercentFemale,
            TreatmentResistant = study.Population.TreatmentResistant,
            MinFailedTrials = study.Population.MinFailedTrials,
            PopulationSuicidality = study.Population.Suicidality,
            Setting = study.Setting,
            Funding = study.Funding,
            SourceKind = source.Kind,
            SourceCitation = source.Citation,
            SourceUrl = source.Url,
            SourceLocator = outcome.Source.Locator,
            Derivation = outcome.Source.Derivation,
        };
    }

    /// <summary>Returns the standard deviation; one that had to be calculated only if the row's formula says how.</summary>
    private static decimal? FindSpread(ArmResult? result, PairEffect effect) =>
        effect.Basis is Terms.EffectBasis.Arms or Terms.EffectBasis.ArmsConverted or Terms.EffectBasis.ArmsPaired ? ReportedArm.FromResult(result).StandardDeviation : result?.Sd;
}
