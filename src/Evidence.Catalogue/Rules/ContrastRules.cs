namespace Evidence.Catalogue.Rules;

/// <summary>A reported comparison is of two arms, by a measure that fits the outcome, with figures that the measure can take.</summary>
internal static class ContrastRules
{
    public static IEnumerable<Finding> Check(Study study) =>
        from outcome in study.Outcomes.Index()
        from contrast in outcome.Item.Contrasts.Index()
        from finding in Check(contrast.Item, $"/outcomes/{outcome.Index}/contrasts/{contrast.Index}", outcome.Item, study)
        select finding;

    private static List<Finding> Check(ReportedContrast contrast, string at, Outcome outcome, Study study)
    {
        var findings = ByItself(contrast, at, outcome, study).ToList();
        return findings.Exists(finding => finding.Severity == Severity.Error) ? findings : [.. findings, .. Rule.Findings(OfOneAnalysis($"{at}/estimate", contrast, outcome))];
    }

    private static IEnumerable<Finding> ByItself(ReportedContrast contrast, string at, Outcome outcome, Study study) => Rule.Findings(
    [
        Rule.AnArm($"{at}/arm", contrast.Arm, study),
        Rule.AnArm($"{at}/versus", contrast.Versus, study),
        TwoArms($"{at}/versus", contrast.Arm, contrast.Versus),
        ExperimentalFirst($"{at}/arm", contrast, study),
        Measure($"{at}/measure", contrast.Measure, outcome.Type),
        Value($"{at}/estimate", contrast.Estimate, contrast.Measure, outcome),
        Value($"{at}/ciLow", contrast.CiLow, contrast.Measure, outcome),
        Value($"{at}/ciHigh", contrast.CiHigh, contrast.Measure, outcome),
        .. IntervalRules.Check(at, "estimate", contrast.Estimate, contrast.CiLow, contrast.CiHigh, contrast.CiLevel),
        Rule.Within($"{at}/p", contrast.P, 0, 1, "a p value"),
    ]);

    /// <summary>A warning: an adjusted difference need not be that of the means, but means that differ by what its interval leaves out are most often a slip.</summary>
    private static Finding? OfOneAnalysis(string at, ReportedContrast contrast, Outcome outcome)
    {
        decimal? MeanOf(string arm) => outcome.Results.FirstOrDefault(result => result.Arm == arm)?.Mean;
        return contrast is { Measure: "md", CiLow: { } low, CiHigh: { } high } && MeanOf(contrast.Arm) - MeanOf(contrast.Versus) is { } difference && (difference < low || difference > high)
            ? Finding.Warning(at, $"The means of the arms differ by {difference}, outside of {low} to {high}; expected figures of one analysis")
            : null;
    }

    /// <summary>Effects speak for or against their first arm: turned round, one would go into a pool with the wrong sign.</summary>
    private static Finding? ExperimentalFirst(string at, ReportedContrast contrast, Study study)
    {
        bool IsExperimental(string id) => study.Arms.Any(arm => arm.Id == id && arm.Role == "experimental");
        return IsExperimental(contrast.Versus) && study.Arms.Any(arm => arm.Id == contrast.Arm) && !IsExperimental(contrast.Arm)
            ? Finding.Error(at, $"'{Finding.Shown(contrast.Arm)}' is the control of '{Finding.Shown(contrast.Versus)}'; expected the experimental arm first, and the figures turned round")
            : null;
    }

    /// <summary>The same of an onset's two arms.</summary>
    public static Finding? TwoArms(string at, string arm, string? versus) =>
        arm == versus ? Finding.Error(at, $"'{Finding.Shown(arm)}' is compared with itself; expected another arm") : null;

    private static Finding? Measure(string at, string measure, string type) => (type, measure) switch
    {
        ("continuous", "or" or "rr" or "rd" or "hr") => Finding.Error(at, $"'{measure}' compares events; expected md or smd of a continuous outcome"),
        ("dichotomous", "md" or "smd") => Finding.Error(at, $"'{measure}' compares means; expected or, rr, rd or hr of a dichotomous outcome"),
        _ => null,
    };

    /// <summary>A limit of a mean difference may run over the end of the scale; its estimate cannot.</summary>
    private static Finding? Value(string at, decimal? value, string measure, Outcome outcome) => measure switch
    {
        "or" or "rr" or "hr" => Rule.AboveZero(at, value, "a ratio"),
        "rd" => Rule.Within(at, value, -1, 1, "a risk difference, as a share and not in percent,"),
        "md" when at.EndsWith("/estimate", StringComparison.Ordinal) => InstrumentRange.OfDifference(at, value, outcome.Instrument),
        _ => null,
    };
}
