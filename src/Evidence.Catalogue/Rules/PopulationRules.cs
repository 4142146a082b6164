namespace Evidence.Catalogue.Rules;

/// <summary>Checks that ages, shares and counts of the people are possible and agree with each other.</summary>
internal static class PopulationRules
{
    public static IEnumerable<ValidationIssue> Check(Study study)
    {
        var population = study.Population;
        return
        [
            .. Rule.Issues(Rule.NotNegative("/enrolled", study.Enrolled, "a number of people")),
            .. Rule.NoRepeats(population.Conditions, condition => condition, i => $"/population/conditions/{i}"),
            .. Rule.Issues(
                Rule.NotNegative("/population/minFailedTrials", population.MinFailedTrials, "a number of trials"),
                CheckAge("ageMin", population.AgeMin),
                CheckAge("ageMax", population.AgeMax),
                CheckAge("ageMean", population.AgeMean),
                Rule.NotAbove("/population/ageMin", population.AgeMin, population.AgeMax, "years of ageMax"),
                CheckMeanAge(population),
                Rule.Within("/population/percentFemale", population.PercentFemale, 0, 100, "a percentage")),
        ];
    }

    private static ValidationIssue? CheckAge(string member, decimal? years) =>
        Rule.Within($"/population/{member}", years, 0, 120, "an age in years");

    private static ValidationIssue? CheckMeanAge(Population people) => people.AgeMean < people.AgeMin || people.AgeMean > people.AgeMax
        ? ValidationIssue.Error("/population/ageMean", $"{people.AgeMean} is outside the ages at entry, {people.AgeMin} to {people.AgeMax}")
        : null;
}
