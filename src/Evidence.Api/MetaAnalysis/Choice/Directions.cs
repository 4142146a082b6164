using Evidence.Statistics.EffectSizes;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Turns effects so that one sign means benefit in all of them: that of most, where there are as many of each the negative one.</summary>
internal static class Directions
{
    public static IReadOnlyList<ChosenEffect> Align(IReadOnlyList<ChosenEffect> effects, ChoiceRules rules, DecisionLog log)
    {
        var common = rules.Benefit ?? Common(effects.Select(effect => effect.Lead.Benefit));
        return [.. effects.Select(effect => effect.Lead.Benefit == common ? effect : Turn(effect, rules.Measure, log)).OfType<ChosenEffect>()];
    }

    /// <summary>The sign that most have.</summary>
    public static string Common(IEnumerable<string> benefits)
    {
        var all = benefits.ToList();
        return 2 * all.Count(benefit => benefit == "negative") >= all.Count ? "negative" : "positive";
    }

    private static ChosenEffect? Turn(ChosenEffect effect, string measure, DecisionLog log)
    {
        if (effect.Table is { } table)
        {
            // The complement of the event: of a risk ratio it is another figure, so that it is computed anew.
            var turned = effect with { Table = new TwoByTwoTable(table.FirstOthers, table.FirstEvents, table.SecondOthers, table.SecondEvents), IsTurned = true };
            var value = ArmMerging.ValueOf(turned, measure);
            if (value.IsAnswered)
            {
                log.Add(effect.Lead, "changed", "turned", "Most of the other outcomes count the opposite event; here the people without the event are counted");
                return turned with { Value = value.Value };
            }
        }

        if (measure is "rr" or "rom" or "hr")
        {
            log.LeaveOut(effect.Lead, "not-turnable", $"Its outcome points the other way than most, and {measure} cannot be turned without the counts");
            return null;
        }

        log.Add(effect.Lead, "changed", "turned", "Its outcome points the other way than most; the sign of the effect was turned");
        return effect with { Value = effect.Value.Reversed(), IsTurned = true };
    }
}
