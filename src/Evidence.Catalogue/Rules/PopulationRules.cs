namespace Evidence.Catalogue.Rules;

/// <summary>Ages, shares and counts of the people are possible and agree with each other.</summary>
internal static class PopulationRules
{
    public static IEnumerable<Finding> Check(Study study)
    {
        var population = study.Population;
        return
        [
            .. Rule.Findings(Rule.NotNegative("/enrolled", study.Enrolled, "a number of people")),
            .. Rule.NoRepeats(population.Conditions, condition => condition, i => $"/population/conditions/{i}"),
            .. Rule.Findings(
                Rule.NotNegative("/population/minFailedTrials", population.MinFailedTrials, "a number of trials"),
                Age("ageMin", population.AgeMin),
                Age("ageMax", population.AgeMax),
                Age("ageMean", population.AgeMean),
                Rule.NotAbove("/population/ageMin", population.AgeMin, population.AgeMax, "years of ageMax"),
                MeanAge(population),
                Rule.Within("/population/percentFemale", population.PercentFemale, 0, 100, "a percentage")),
        ];
    }

    private static Finding? Age(string member, decimal? years) =>
        Rule.Within($"/population/{member}", years, 0, 120, "an age in years");

    private static Finding? MeanAge(Population people) => people.AgeMean < people.AgeMin || people.AgeMean > people.AgeMax
        ? Finding.Error("/population/ageMean", $"{people.AgeMean} is outside the ages at entry, {people.AgeMin} to {people.AgeMax}")
        : null;
}
