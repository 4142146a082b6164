using Evidence.Api.Studies;
using Evidence.Catalogue;

namespace Evidence.Api.Effects;

/// <summary>Makes the rows of a study: one for each pair of arms of each outcome, in each measure that the outcome's type allows.</summary>
public static class EffectRows
{
    /// <summary>The rows, in the order of outcomes, arms and measures.</summary>
    public static IEnumerable<EffectRow> Of(Study study) =>
        from outcome in study.Outcomes
        let pairs = ArmPair.Of(study, outcome)
        from pair in pairs
        from measure in MeasuresOf(outcome, pair)
        select Of(study, outcome, pair, measure, pairs.Count(other => other.Second.Id == pair.Second.Id));

    /// <summary>A hazard ratio is only where a source reports one.</summary>
    private static IEnumerable<string> MeasuresOf(Outcome outcome, ArmPair pair) =>
        pair.Contrasts.Any(contrast => contrast.Measure == Measures.HazardRatio)
            ? Measures.OfType(outcome.Type).Append(Measures.HazardRatio)
            : Measures.OfType(outcome.Type);

    private static EffectRow Of(Study study, Outcome outcome, ArmPair pair, string measure, int pairsOfComparator)
    {
        var effect = PairEffect.Of(measure, outcome, pair);
        var table = PairEffect.EventsOf(pair);
        var reported = ContrastEffect.Reported(pair, measure) ?? pair.Contrasts.FirstOrDefault(contrast => contrast.Estimate is not null)
            ?? (pair.Contrasts.Count > 0 ? pair.Contrasts[0] : null);
        var source = study.Sources.First(source => source.Key == outcome.Source.Key);
        return new EffectRow
        {
            Study = study.Id,
            Label = study.Label,
            Year = StudySummary.YearOf(study),
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
            Measure = measure,
            Yi = effect.Value?.Estimate,
            Vi = effect.Value?.Variance,
            Benefit = outcome.Direction == "lower-is-better" ? "negative" : "positive",
            Basis = effect.Basis,
            Formula = effect.Formula,
            NotComputed = effect.Missing,
            N1i = pair.FirstResult?.N,
            M1i = pair.FirstResult?.Mean,
            Sd1i = SpreadOf(pair.FirstResult, effect),
            N2i = pair.SecondResult?.N,
            M2i = pair.SecondResult?.Mean,
            Sd2i = SpreadOf(pair.SecondResult, effect),
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
            RiskOfBias = OverallJudgement.Of(outcome.RiskOfBias) ?? OverallJudgement.Of(study.RiskOfBias),
            RetractionStatus = RetractionStatus.OfStudy(study),
            PrimaryRetractionStatus = RetractionStatus.OfPrimary(study),
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

    /// <summary>One that had to be worked out stands only where the row's formula says how.</summary>
    private static decimal? SpreadOf(ArmResult? result, PairEffect effect) =>
        effect.Basis is "arms" or "arms-converted" or "arms-paired" ? ReportedArm.Of(result).StandardDeviation : result?.Sd;
}
