namespace Evidence.Statistics.EffectSizes;

/// <summary>The proportion of a single arm, as its logit (metafor's <c>PLO</c>).</summary>
public static class LogitProportion
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Logit-transformed proportion",
        "Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome in the framework of the generalized "
            + "linear mixed model. Stat Med. 2010;29(29):3046-3067");

    /// <summary>ln(x/(n - x)), with the variance 1/x + 1/(n - x); one half is added to both where one of them is zero.</summary>
    public static Answer<EffectSize> Of(double events, double people, double addend = 0.5)
    {
        if (!double.IsFinite(events) || !double.IsFinite(people) || events < 0 || people <= 0 || events > people)
            return new Refusal(
                RefusalReason.InvalidInput,
                $"Found {events} events in {people} people; expected a count from zero to the number of people");
        var others = people - events;
        if (events == 0 || others == 0)
        {
            events += addend;
            others += addend;
        }

        return events > 0 && others > 0
            ? EffectSize.From(Math.Log(events / others), 1 / events + 1 / others)
            : new Refusal(RefusalReason.ZeroCell, "Nobody, or everybody, has the event, so the logit is infinite");
    }

    /// <summary>The proportion that belongs to a logit.</summary>
    public static double Proportion(double logit) => 1 / (1 + Math.Exp(-logit));
}
