using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Tests.Choice;

/// <summary>What the choice gives, in lines that a test can be read by.</summary>
internal static class Chosen
{
    public static ChoiceRules Rules { get; } = new() { Measure = EffectMeasure.Md };

    public static ChoiceRules At(decimal hours, decimal within = 1000) => Rules with { AtHours = hours, WithinHours = within };

    /// <summary>The effects as <c>study outcomes: arms - versus</c>, the decisions as <c>study outcome arm: kind reason</c>; nothing else came.</summary>
    public static EffectChoice Gives(this IEnumerable<EffectRow> rows, ChoiceRules rules, string[] effects, string[] decisions)
    {
        var choice = EffectChoice.Choose(rows, rules);
        Assert.Equal(effects, choice.Effects.Select(Line));
        Assert.Equal(decisions.Concat(choice.Effects.Select(effect => $"{effect.Lead.Study} {effect.Lead.Outcome}: chosen chosen")).Order(StringComparer.Ordinal), choice.Decisions.Select(Line).Order(StringComparer.Ordinal));
        Assert.All(choice.Decisions, decision => Assert.NotEqual("", decision.Detail));
        return choice;
    }

    public static string Line(ChosenEffect effect) =>
        $"{effect.Lead.Study} {string.Join('+', effect.Outcomes)}: {string.Join('+', effect.Arms)} - {string.Join('+', effect.Versus)}";

    public static string Line(PoolingDecision decision) =>
        string.Join(' ', new[] { decision.Study, decision.Outcome, decision.Arm }.OfType<string>()) + $": {decision.Kind} {decision.Reason}";
}
