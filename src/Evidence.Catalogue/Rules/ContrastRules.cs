using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that a reported comparison is of two arms, by a measure that fits the outcome, with figures that the measure can take.</summary>
internal static class ContrastRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
        from outcome in study.Outcomes.Index()
        from contrast in outcome.Item.Contrasts.Index()
        from issue in Check(contrast.Item, $"/outcomes/{outcome.Index}/contrasts/{contrast.Index}", outcome.Item, study)
        select issue;

    private static List<ValidationIssue> Check(ReportedContrast contrast, string at, Outcome outcome, Study study)
    {
        var issues = CheckByItself(contrast, at, outcome, study).ToList();
        return issues.Exists(issue => issue.Severity == Severity.Error) ? issues : [.. issues, .. Rule.Issues(CheckSameAnalysis($"{at}/estimate", contrast, outcome))];
    }

    private static IEnumerable<ValidationIssue> CheckByItself(ReportedContrast contrast, string at, Outcome outcome, Study study) => Rule.Issues(
    [
        Rule.AnArm($"{at}/arm", contrast.Arm, study),
        Rule.AnArm($"{at}/versus", contrast.Versus, study),
        CheckTwoArms($"{at}/versus", contrast.Arm, contrast.Versus),
        CheckOrder($"{at}/arm", contrast, study),
        CheckMeasure($"{at}/measure", contrast.Measure, outcome.Type),
        CheckValue($"{at}/estimate", contrast.Estimate, contrast.Measure, outcome),
        CheckValue($"{at}/ciLow", contrast.CiLow, contrast.Measure, outcome),
        CheckValue($"{at}/ciHigh", contrast.CiHigh, contrast.Measure, outcome),
        .. IntervalRules.Check(at, "estimate", contrast.Estimate, contrast.CiLow, contrast.CiHigh, contrast.CiLevel),
        Rule.Within($"{at}/p", contrast.P, 0, 1, "a p value"),
    ]);

    /// <summary>Warns if the means differ by what the interval excludes: an adjusted difference need not be that of the means, but this is usually a slip.</summary>
    private static ValidationIssue? CheckSameAnalysis(string at, ReportedContrast contrast, Outcome outcome)
    {
        decimal? FindMean(string arm) => outcome.Results.FirstOrDefault(result => result.Arm == arm)?.Mean;
        return contrast is { Measure: Terms.ContrastMeasure.Md, CiLow: { } low, CiHigh: { } high } && FindMean(contrast.Arm) - FindMean(contrast.Versus) is { } difference && (difference < low || difference > high)
            ? ValidationIssue.Warning(at, $"The means of the arms differ by {difference}, outside of {low} to {high}; expected figures of one analysis")
            : null;
    }

    /// <summary>Checks that the experimental arm comes first. Effects speak for or against their first arm: turned round, one would go into a pool with the wrong sign.</summary>
    private static ValidationIssue? CheckOrder(string at, ReportedContrast contrast, Study study)
    {
        bool IsExperimental(string id) => study.Arms.Any(arm => arm.Id == id && arm.Role == Terms.ArmRole.Experimental);
        return IsExperimental(contrast.Versus) && study.Arms.Any(arm => arm.Id == contrast.Arm) && !IsExperimental(contrast.Arm)
            ? ValidationIssue.Error(at, $"'{ValidationIssue.Quote(contrast.Arm)}' is the control of '{ValidationIssue.Quote(contrast.Versus)}'; expected the experimental arm first, and the figures turned round")
            : null;
    }

    /// <summary>Checks that a contrast, or an onset, compares two different arms.</summary>
    public static ValidationIssue? CheckTwoArms(string at, string arm, string? versus) =>
        arm == versus ? ValidationIssue.Error(at, $"'{ValidationIssue.Quote(arm)}' is compared with itself; expected another arm") : null;

    private static ValidationIssue? CheckMeasure(string at, string measure, string type) => (TermConverter.Find<MeasurementType>(type), TermConverter.Find<ContrastMeasure>(measure)) switch
    {
        (MeasurementType.Continuous, ContrastMeasure.Or or ContrastMeasure.Rr or ContrastMeasure.Rd or ContrastMeasure.Hr) => ValidationIssue.Error(at, $"'{measure}' compares events; expected md or smd of a continuous outcome"),
        (MeasurementType.Dichotomous, ContrastMeasure.Md or ContrastMeasure.Smd) => ValidationIssue.Error(at, $"'{measure}' compares means; expected or, rr, rd or hr of a dichotomous outcome"),
        (MeasurementType.Continuous, ContrastMeasure.Md or ContrastMeasure.Smd) => null,
        (MeasurementType.Dichotomous, ContrastMeasure.Or or ContrastMeasure.Rr or ContrastMeasure.Rd or ContrastMeasure.Hr) => null,
        (null, _) or (_, null) => null,
    };

    /// <summary>Checks that the measure can take a figure. A limit of a mean difference may run over the end of the scale; its estimate cannot.</summary>
    private static ValidationIssue? CheckValue(string at, decimal? value, string measure, Outcome outcome) => TermConverter.Find<ContrastMeasure>(measure) switch
    {
        ContrastMeasure.Or or ContrastMeasure.Rr or ContrastMeasure.Hr => Rule.AboveZero(at, value, "a ratio"),
        ContrastMeasure.Rd => Rule.Within(at, value, -1, 1, "a risk difference, as a share and not in percent,"),
        ContrastMeasure.Md when at.EndsWith("/estimate", StringComparison.Ordinal) => InstrumentRange.CheckDifference(at, value, outcome.Instrument),
        ContrastMeasure.Md or ContrastMeasure.Smd or null => null,
    };
}
