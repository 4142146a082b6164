namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the proportion of a single arm as its logit (metafor's <c>PLO</c>).</summary>
public static class LogitProportion
{
    public static Method Method { get; } = new(
        "Logit-transformed proportion",
        "Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome in the framework of the generalized "
            + "linear mixed model. Stat Med. 2010;29(29):3046-3067");

    /// <summary>
    /// Computes ln(x/(n - x)), with the variance 1/x + 1/(n - x); the addend goes to both counts if one of them is zero.
    /// </summary>
    public static StatisticsResult<EffectSize> Compute(double events, double people, double addend = 0.5)
    {
        if (!double.IsFinite(events) || !double.IsFinite(people) || events < 0 || people <= 0 || events > people)
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"Found {events} events in {people} people; expected a count from zero to the number of people");
        var others = people - events;
        if (events == 0 || others == 0)
        {
            events += addend;
            others += addend;
        }

        return events > 0 && others > 0
            ? EffectSize.From(Math.Log(events / others), 1 / events + 1 / others)
            : new StatisticsError(StatisticsErrorKind.ZeroCell, "Nobody, or everybody, has the event, so the logit is infinite");
    }

    /// <summary>Converts a logit to the proportion that it stands for.</summary>
    public static double ToProportion(double logit) => 1 / (1 + Math.Exp(-logit));
}
