using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rows;

/// <summary>A study in a list: what it is, who took part, what was compared, and where its whole record is.</summary>
public sealed record StudySummary
{
    /// <summary>Identifier of the study; <c>/v1/studies/{id}</c> is its record.</summary>
    /// <example>zarate-2006</example>
    public required string Id { get; init; }

    /// <summary>Short name as used in forest plots.</summary>
    /// <example>Zarate 2006</example>
    public required string Label { get; init; }

    /// <summary>Acronym under which the study is known.</summary>
    /// <example>TRANSFORM-2</example>
    public string? Acronym { get; init; }

    /// <summary>Title of the primary report, or of the registration where there is no report.</summary>
    /// <example>A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression</example>
    public required string Title { get; init; }

    /// <summary>Year of the primary report, else of the earliest report.</summary>
    /// <example>2006</example>
    public int? Year { get; init; }

    /// <summary>Journal of the primary report.</summary>
    /// <example>Arch Gen Psychiatry</example>
    public string? Journal { get; init; }

    /// <summary>Authors of the primary report.</summary>
    /// <example>["Zarate CA"]</example>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>DOI of the primary report.</summary>
    /// <example>10.1001/archpsyc.63.8.856</example>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier of the primary report.</summary>
    /// <example>16894061</example>
    public string? Pmid { get; init; }

    /// <summary>Numbers in trial registers.</summary>
    /// <example>["NCT00088699"]</example>
    public required IReadOnlyList<string> Registrations { get; init; }

    /// <summary>How people came to receive what they received.</summary>
    /// <example>randomized-crossover</example>
    [Vocabulary("design")]
    public required string Design { get; init; }

    /// <summary>Who was kept from knowing the allocation.</summary>
    /// <example>double</example>
    [Vocabulary("masking")]
    public required string Masking { get; init; }

    /// <summary>Whether the study was completed.</summary>
    /// <example>completed</example>
    [Vocabulary("status")]
    public required string Status { get; init; }

    /// <summary>Where people were treated.</summary>
    /// <example>inpatient</example>
    [Vocabulary("setting")]
    public required string Setting { get; init; }

    /// <summary>Who paid for the study.</summary>
    /// <example>public</example>
    [Vocabulary("funding")]
    public required string Funding { get; init; }

    /// <summary>Countries in which people took part, as ISO 3166-1 alpha-2 codes.</summary>
    /// <example>["US"]</example>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Number of people randomized, or included if the study is not randomized.</summary>
    /// <example>18</example>
    public int? Enrolled { get; init; }

    /// <summary>Conditions that people had, or the animal model.</summary>
    /// <example>["mdd"]</example>
    [Vocabulary("condition")]
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Whether entry asked that earlier treatment had failed; false also where no source that was read says so.</summary>
    /// <example>true</example>
    public required bool TreatmentResistant { get; init; }

    /// <summary>Minimum number of failed trials of treatment at entry.</summary>
    /// <example>2</example>
    public int? MinFailedTrials { get; init; }

    /// <summary>What entry asked of suicidality.</summary>
    /// <example>not-reported</example>
    [Vocabulary("population-suicidality")]
    public required string PopulationSuicidality { get; init; }

    /// <summary>What the arms received, in the order of the arms.</summary>
    /// <example>["ketamine","saline"]</example>
    [Vocabulary("intervention")]
    public required IReadOnlyList<string> Interventions { get; init; }

    /// <summary>What the comparator arms received.</summary>
    /// <example>["saline"]</example>
    [Vocabulary("intervention")]
    public required IReadOnlyList<string> Comparators { get; init; }

    /// <summary>How it was given.</summary>
    /// <example>["iv"]</example>
    [Vocabulary("route")]
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>What the outcomes are about.</summary>
    /// <example>["response","remission"]</example>
    [Vocabulary("domain")]
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Mechanisms that the study measured.</summary>
    /// <example>["ampa-receptor"]</example>
    [Vocabulary("mechanism")]
    public required IReadOnlyList<string> Mechanisms { get; init; }

    /// <summary>Number of outcomes in the record.</summary>
    /// <example>3</example>
    public required int OutcomeCount { get; init; }

    /// <summary>Whether the record holds at least one figure of an outcome.</summary>
    /// <example>true</example>
    public required bool HasResults { get; init; }

    /// <summary>Overall risk of bias; where the assessors gave none, high if a domain is high, else, if every domain of the tool was judged, the worst of them.</summary>
    /// <example>unclear</example>
    [Vocabulary("judgement")]
    public string? RiskOfBias { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent if not all were checked and none is corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>One or two plain sentences: who, what against what, what was found.</summary>
    /// <example>Eighteen people received ketamine and saline infusions in a crossover; 71% responded the next day.</example>
    public required string Summary { get; init; }

    /// <summary>Revision that wrote this version of the record.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>Creates the row of a study as a revision wrote it.</summary>
    public static StudySummary FromStudy(Study study, long revision)
    {
        var primary = study.Reports.FirstOrDefault(report => report.Role == Terms.ReportRole.Primary);
        return new StudySummary
        {
            Id = study.Id,
            Label = study.Label,
            Acronym = study.Acronym,
            Title = study.Title,
            Year = FindYear(study),
            Journal = primary?.Journal,
            Authors = primary?.Authors ?? [],
            Doi = primary?.Doi,
            Pmid = primary?.Pmid,
            Registrations = [.. study.Registrations.Select(registration => registration.Id)],
            Design = study.Design,
            Masking = study.Masking,
            Status = study.Status,
            Setting = study.Setting,
            Funding = study.Funding,
            Countries = study.Countries,
            Enrolled = study.Enrolled,
            Conditions = study.Population.Conditions,
            TreatmentResistant = study.Population.TreatmentResistant,
            MinFailedTrials = study.Population.MinFailedTrials,
            PopulationSuicidality = study.Population.Suicidality,
            Interventions = [.. study.Arms.Select(arm => arm.Intervention).Distinct()],
            Comparators = [.. study.Arms.Where(arm => arm.Role != Terms.ArmRole.Experimental).Select(arm => arm.Intervention).Distinct()],
            Routes = [.. study.Arms.Select(arm => arm.Route).Distinct()],
            Domains = [.. study.Outcomes.Select(outcome => outcome.Domain).Distinct()],
            Mechanisms = study.Mechanisms,
            OutcomeCount = study.Outcomes.Count,
            HasResults = study.Outcomes.Any(HasFigure),
            RiskOfBias = OverallJudgement.Compute(study.RiskOfBias),
            RetractionStatus = Catalogue.RetractionStatus.FindWorst(study),
            Summary = study.Summary,
            Revision = revision,
        };
    }

    /// <summary>Returns the year of the primary report, else of the earliest report.</summary>
    public static int? FindYear(Study study) =>
        study.Reports.FirstOrDefault(report => report is { Role: Terms.ReportRole.Primary, Year: not null })?.Year
        ?? study.Reports.Min(report => report.Year);

    private static bool HasFigure(Outcome outcome) =>
        outcome.Results.Any(result => result.Mean is not null || result.Events is not null)
        || outcome.Contrasts.Any(contrast => contrast.Estimate is not null);
}
