using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Conversions;

/// <summary>Several arms taken together as one: as if nobody had told their people apart.</summary>
public static class CombinedArm
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Combined arms",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.10, table 6.5.a");

    /// <summary>The mean of everybody, and the spread within the arms with that between their means.</summary>
    public static Answer<MeasuredArm> Of(IReadOnlyList<MeasuredArm> arms)
    {
        if (arms.Count == 0)
            return new Refusal(RefusalReason.NoEffects, "No arms were given; expected one or more");
        if (arms.Select(arm => arm.Fault()).FirstOrDefault(fault => fault is not null) is { } fault)
            return fault;
        var people = arms.Sum(arm => arm.People);
        var mean = arms.Sum(arm => arm.People * arm.Mean) / people;
        // Table 6.5.a combines two arms; this is its formula for any number, and gives the same as combining them one by one.
        var squares = arms.Sum(arm => (arm.People - 1) * arm.StandardDeviation * arm.StandardDeviation
            + arm.People * (arm.Mean - mean) * (arm.Mean - mean));
        return new MeasuredArm(people, mean, Math.Sqrt(squares / (people - 1)));
    }

    /// <summary>Events and people added up.</summary>
    public static Answer<EventArm> Of(IReadOnlyList<EventArm> arms) => arms.Count == 0
        ? new Refusal(RefusalReason.NoEffects, "No arms were given; expected one or more")
        : new EventArm(arms.Sum(arm => arm.Events), arms.Sum(arm => arm.People));

    /// <summary>An arm shared by several comparisons, its people divided among them so that nobody is counted twice.</summary>
    public static MeasuredArm Share(MeasuredArm arm, int comparisons) => arm with { People = arm.People / comparisons };

    /// <summary>An arm shared by several comparisons, events and people divided among them.</summary>
    public static EventArm Share(EventArm arm, int comparisons) => new(arm.Events / comparisons, arm.People / comparisons);
}

/// <summary>An arm in which events were counted.</summary>
/// <param name="Events">People with the event.</param>
/// <param name="People">Everyone in the arm.</param>
public sealed record EventArm(double Events, double People);
