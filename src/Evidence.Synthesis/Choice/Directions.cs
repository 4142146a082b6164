using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Synthesis.Choice;

/// <summary>Turns effects so that one sign means benefit in all of them: that of the majority, or the negative one if there are as many of each.</summary>
internal static class Directions
{
    public static IReadOnlyList<ChosenEffect> Align(IReadOnlyList<ChosenEffect> effects, ChoiceRules rules, DecisionLog log)
    {
        var common = rules.Benefit ?? FindCommon(effects.Select(effect => effect.Lead.Benefit));
        return [.. effects.Select(effect => effect.Lead.Benefit == common ? effect : Turn(effect, rules.Measure, log)).OfType<ChosenEffect>()];
    }

    /// <summary>Returns the sign of benefit that most effects have.</summary>
    public static string FindCommon(IEnumerable<string> benefits)
    {
        var all = benefits.ToList();
        return 2 * all.Count(benefit => benefit == Terms.Benefit.Negative) >= all.Count ? Terms.Benefit.Negative : Terms.Benefit.Positive;
    }

    private static ChosenEffect? Turn(ChosenEffect effect, EffectMeasure measure, DecisionLog log)
    {
        if (effect.Table is { } table)
        {
            // The complement of the event: of a risk ratio it is another figure, so that it is computed anew.
            var turned = effect with { Table = new TwoByTwoTable(table.FirstOthers, table.FirstEvents, table.SecondOthers, table.SecondEvents), IsTurned = true };
            var value = ArmMerging.ComputeValue(turned, measure);
            if (value.IsSuccess)
            {
                log.Add(effect.Lead, Terms.DecisionKind.Changed, Terms.DecisionReason.Turned, "Most of the other outcomes count the opposite event; here the people without the event are counted");
                return turned with { Value = value.Value };
            }
        }

        if (measure is EffectMeasure.Rr or EffectMeasure.Rom or EffectMeasure.Hr)
        {
            log.LeaveOut(effect.Lead, Terms.DecisionReason.NotTurnable, $"Its outcome points the other way than most, and {measure.ToTerm()} cannot be turned without the counts");
            return null;
        }

        log.Add(effect.Lead, Terms.DecisionKind.Changed, Terms.DecisionReason.Turned, "Its outcome points the other way than most; the sign of the effect was turned");
        return effect with { Value = effect.Value.Reverse(), IsTurned = true };
    }
}
