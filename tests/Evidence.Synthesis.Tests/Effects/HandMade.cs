using Evidence.Catalogue;

namespace Evidence.Synthesis.Tests.Effects;

/// <summary>Studies as tests write them: what a test does not say is the same in all of them.</summary>
internal static class HandMade
{
    public static Study Study(IReadOnlyList<Arm> arms, params IReadOnlyList<Outcome> outcomes) => new()
    {
        Id = "made-2020",
        Label = "Made 2020",
        Title = "A trial made by hand",
        Design = "randomized-parallel",
        Masking = "double",
        Status = "completed",
        Registrations = [],
        Countries = ["US"],
        Setting = "outpatient",
        Funding = "public",
        Enrolled = 60,
        Population = new Population
        {
            Conditions = ["mdd"],
            TreatmentResistant = true,
            FailedTrialsScope = "not-reported",
            Suicidality = "excluded",
            Baseline = [],
        },
        Reports = [new Report { Role = "primary", Title = "A trial made by hand", Year = 2020, Authors = ["Hand A"] }],
        Arms = arms,
        Outcomes = outcomes,
        Onset = [],
        Mechanisms = [],
        Summary = "Made by hand.",
        Sources = [new Source { Key = "paper", Kind = "paper", Citation = "Hand 2020", Url = "https://example.org/hand" }],
        Extraction = new Extraction { Method = "single", Checked = false, Date = new DateOnly(2026, 11, 23) },
    };

    public static Arm Experimental(string id) => new() { Id = id, Label = id, Role = "experimental", Intervention = "ketamine", Route = "iv" };

    public static Arm Control(string id, string role = "placebo") => new() { Id = id, Label = id, Role = role, Intervention = "saline", Route = "iv" };

    public static Outcome Scores(params IReadOnlyList<ArmResult> results) => new()
    {
        Id = "madrs-24h",
        Domain = "depression-severity",
        Instrument = "madrs",
        Direction = "lower-is-better",
        Type = "continuous",
        Metric = "endpoint",
        TimeHours = 24,
        TimeAnchor = "first-dose",
        OutcomeType = "primary",
        Results = results,
        Contrasts = [],
        Source = new SourceReference { Key = "paper", Locator = "Table 2" },
    };

    public static Outcome Responses(params IReadOnlyList<ArmResult> results) => Scores(results) with
    {
        Id = "response-24h",
        Domain = "response",
        Direction = "higher-is-better",
        Type = "dichotomous",
        Metric = "events",
        Term = ">=50% fall in MADRS",
    };

    public static ArmResult Mean(string arm, int? n, decimal? mean, decimal? sd = null) => new() { Arm = arm, N = n, Mean = mean, Sd = sd };

    public static ArmResult Count(string arm, int events, int n) => new() { Arm = arm, N = n, Events = events };

    /// <summary>The outcome with a contrast that the source itself reports.</summary>
    public static Outcome WithContrast(this Outcome outcome, ReportedContrast contrast) => outcome with { Contrasts = [.. outcome.Contrasts, contrast] };

    public static ReportedContrast Contrast(string measure, decimal? estimate, string arm = "ket", string versus = "pla") =>
        new() { Arm = arm, Versus = versus, Measure = measure, Estimate = estimate };

    /// <summary>The contrast with its interval, of 95 percent where nothing else is said.</summary>
    public static ReportedContrast Between(this ReportedContrast contrast, decimal low, decimal high, decimal? level = 95) =>
        contrast with { CiLow = low, CiHigh = high, CiLevel = level };
}
