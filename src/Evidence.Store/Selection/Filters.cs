using Evidence.Catalogue;

namespace Evidence.Store.Selection;

/// <summary>Defines the closed list of filters that all lists share. Adding one here adds it to the lists, the facets and the documentation.</summary>
public static class Filters
{
    /// <summary>Gets all filters, in the order in which they are documented.</summary>
    public static IReadOnlyList<Filter> All { get; } =
    [
        new(new("q", ParameterKind.Text, "Full text over titles, summary, authors, journals, arms and outcomes, in web-search syntax: words, \"a phrase\", or, -not.", "suicidal -bipolar"),
            Scope.Study, "s.search @@ websearch_to_tsquery('english', fold(@value))"),
        new(new("study", ParameterKind.Words, "Identifiers of studies.", "zarate-2006"),
            Scope.Study, "s.study_id = any(@value)"),
        new(Parameter.Terms("design", "design", "Design of the study."),
            Scope.Study, "s.design = any(@value)", "s.design"),
        new(Parameter.Terms("masking", "masking", "Who was kept from knowing the allocation."),
            Scope.Study, "s.masking = any(@value)", "s.masking"),
        new(Parameter.Terms("status", "status", "Whether the study was completed."),
            Scope.Study, "s.status = any(@value)", "s.status"),
        new(Parameter.Terms("setting", "setting", "Where people were treated."),
            Scope.Study, "s.setting = any(@value)", "s.setting"),
        new(Parameter.Terms("funding", "funding", "Who paid for the study."),
            Scope.Study, "s.funding = any(@value)", "s.funding"),
        new(new("country", ParameterKind.Terms, "Countries in which people took part, as ISO 3166-1 alpha-2 codes.", "US") { Allowed = CountryCodes.All, ListName = "CountryCode" },
            Scope.Study, "s.countries && @value", "s.countries"),
        new(Parameter.Terms("condition", "condition", "Conditions that people had, or the animal model."),
            Scope.Study, "s.conditions && @value", "s.conditions"),
        new(new("treatmentResistant", ParameterKind.Flag, "Whether entry asked that earlier treatment had failed; false also where no source that was read says so.", "true"),
            Scope.Study, "s.treatment_resistant = @value", "s.treatment_resistant"),
        new(new("failedTrialsMin", ParameterKind.WholeNumber, "Minimum number of failed trials of treatment that entry required.", "2"),
            Scope.Study, "s.min_failed_trials >= @value"),
        new(Parameter.Terms("populationSuicidality", "population-suicidality", "What entry asked of suicidality."),
            Scope.Study, "s.population_suicidality = any(@value)", "s.population_suicidality"),
        new(new("enrolledMin", ParameterKind.WholeNumber, "Minimum number of people enrolled.", "20"),
            Scope.Study, "s.enrolled >= @value"),
        new(new("enrolledMax", ParameterKind.WholeNumber, "Greatest number of people enrolled.", "500"),
            Scope.Study, "s.enrolled <= @value"),
        new(new("yearMin", ParameterKind.WholeNumber, "Earliest year of the primary report.", "2010"),
            Scope.Study, "s.year >= @value"),
        new(new("yearMax", ParameterKind.WholeNumber, "Latest year of the primary report.", "2024"),
            Scope.Study, "s.year <= @value"),
        new(Parameter.Terms("mechanism", "mechanism", "Mechanisms that the study measured."),
            Scope.Study, "s.mechanisms && @value", "s.mechanisms"),
        new(Parameter.Terms("riskOfBias", "judgement", "Overall risk of bias; where the assessors gave none, what the domains imply."),
            Scope.Study, "s.risk_of_bias = any(@value)", "s.risk_of_bias"),
        new(Parameter.Terms("retractionStatus", "retraction-status", "Worst retraction status of the study's reports; `none` only where all of them were checked, and unchecked ones meet no term.") with
            {
                Example = "retracted",
            },
            Scope.Study, "s.retraction_status = any(@value)", "s.retraction_status"),
        new(new("hasResults", ParameterKind.Flag, "Whether the record holds at least one figure of an outcome.", "true"),
            Scope.Study, "s.has_results = @value", "s.has_results"),

        new(Parameter.Terms("intervention", "intervention", "What an arm received, in any role of the arm."),
            Scope.Arm, "a.intervention = any(@value)", "a.intervention"),
        new(Parameter.Terms("route", "route", "How it was given."),
            Scope.Arm, "a.route = any(@value)", "a.route"),
        new(new("doseMin", ParameterKind.Number, "Lowest dose of one administration, in doseUnit; a flexible dose counts where its range reaches it.", "0.5"),
            Scope.Arm, "a.dose_max >= @value"),
        new(new("doseMax", ParameterKind.Number, "Highest dose of one administration, in doseUnit; a flexible dose counts where its range reaches it.", "1"),
            Scope.Arm, "a.dose <= @value"),
        new(Parameter.Terms("doseUnit", "dose-unit", "Unit of the dose; doseMin and doseMax need exactly one."),
            Scope.Arm, "a.dose_unit = any(@value)", "a.dose_unit"),
        new(Parameter.Terms("comparator", "intervention", "What a comparator arm received: one whose role is active-comparator, placebo or no-treatment."),
            Scope.Comparator, "c.intervention = any(@value)", "c.intervention"),

        new(Parameter.Terms("domain", "domain", "What an outcome is about."),
            Scope.Outcome, "o.domain = any(@value)", "o.domain"),
        new(Parameter.Terms("instrument", "instrument", "Instrument of measurement."),
            Scope.Measurement, "o.instrument = any(@value)", "o.instrument"),
        new(new("timeHoursMin", ParameterKind.Number, "Earliest time of measurement, in hours.", "4"),
            Scope.Measurement, "o.time_hours >= @value"),
        new(new("timeHoursMax", ParameterKind.Number, "Latest time of measurement, in hours.", "72"),
            Scope.Measurement, "o.time_hours <= @value"),
        new(new("onsetHoursMax", ParameterKind.Number, "Latest onset, in hours, by whichever definition the study used.", "24"),
            Scope.Onset, "n.hours <= @value"),
    ];

    /// <summary>Gets the filters that have terms to count.</summary>
    public static IReadOnlyList<Filter> Facets { get; } = [.. All.Where(filter => filter.Column is not null)];

    /// <summary>Gets the parameters of all filters and of their excluding twins.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. All.Select(filter => filter.Parameter),
        .. All.Where(filter => filter.ExcludeName is not null).Select(filter => filter.Parameter with
        {
            Name = filter.ExcludeName!,
            Description = $"Leaves out what `{filter.Parameter.Name}` with these values, and no other filter, would select.",
        }),
    ];
}
