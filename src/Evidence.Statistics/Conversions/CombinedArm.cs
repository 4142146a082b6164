using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Conversions;

/// <summary>Combines several arms into one, as if their participants had been in a single arm.</summary>
public static class CombinedArm
{
    public static Method Method { get; } = new(
        "Combined arms",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.10, table 6.5.a");

    /// <summary>
    /// Returns the mean of all participants, and the spread within the arms together with that between their means.
    /// </summary>
    public static StatisticsResult<MeasuredArm> Combine(IReadOnlyList<MeasuredArm> arms)
    {
        if (arms.Count == 0)
            return new StatisticsError(StatisticsErrorKind.NoEffects, "No arms were given; expected one or more");
        if (arms.Select(arm => arm.Validate()).FirstOrDefault(error => error is not null) is { } error)
            return error;
        var people = arms.Sum(arm => arm.People);
        var mean = arms.Sum(arm => arm.People * arm.Mean) / people;
        // Table 6.5.a combines two arms; this is its formula for any number, and gives the same as combining them one by one.
        var squares = arms.Sum(arm => (arm.People - 1) * arm.StandardDeviation * arm.StandardDeviation
            + arm.People * (arm.Mean - mean) * (arm.Mean - mean));
        return new MeasuredArm(people, mean, Math.Sqrt(squares / (people - 1)));
    }

    /// <summary>Adds up the events and the people of the arms.</summary>
    public static StatisticsResult<EventArm> Combine(IReadOnlyList<EventArm> arms) => arms.Count == 0
        ? new StatisticsError(StatisticsErrorKind.NoEffects, "No arms were given; expected one or more")
        : new EventArm(arms.Sum(arm => arm.Events), arms.Sum(arm => arm.People));

    /// <summary>Divides the people of an arm that several comparisons share, so that nobody is counted twice.</summary>
    public static MeasuredArm Share(MeasuredArm arm, int comparisons) => arm with { People = arm.People / comparisons };

    /// <summary>Divides the events and the people of an arm that several comparisons share.</summary>
    public static EventArm Share(EventArm arm, int comparisons) => new(arm.Events / comparisons, arm.People / comparisons);
}

/// <summary>Holds the counts of an arm.</summary>
/// <param name="Events">People with the event.</param>
/// <param name="People">Everyone in the arm.</param>
public sealed record EventArm(double Events, double People);
