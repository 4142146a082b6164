using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>Chooses the outcome that represents a study; several only if they are one measurement of arms with nobody in common.</summary>
internal static class OutcomeChoice
{
    public static IReadOnlyList<OutcomeRows> Choose(IReadOnlyList<EffectRow> study, ChoiceRules rules, DecisionLog log)
    {
        IReadOnlyList<OutcomeRows> left = [.. study.GroupBy(row => row.Outcome).Select((outcome, ordinal) => new OutcomeRows(ordinal, [.. outcome]))];
        left = log.Keep(left, outcome => outcome.First.Subgroup is null, Terms.DecisionReason.PartOfPeople, outcome => $"Its figures are of a part of the people: {outcome.First.Subgroup}");
        left = WithoutUnwantedCrossovers(left, rules, log);
        left = WithinWindow(left, rules, log);
        left = log.KeepPairs(left, row => row.Yi is not null || (rules.MultiArm == MultiArm.Combine && CountsBesideOthers(row, study)), Terms.DecisionReason.NoEffect, row => row.NotComputed!);
        if (left.Any(outcome => outcome.Rows.Any(row => !IsBetweenExperimental(row))))
            left = log.KeepPairs(left, row => !IsBetweenExperimental(row), Terms.DecisionReason.BothExperimental, row => $"{row.Arm} and {row.Versus} are both experimental, and the study has a control");
        left = FirstPeriodBeforeOthers(left, log);
        return left.Count == 0 ? [] : ChooseBest(left, rules, log);
    }

    /// <summary>Returns whether a row without an effect counts beside others: a table in which nobody, or everybody, has the event is uninformative alone; combined with other arms its people count.</summary>
    private static bool CountsBesideOthers(EffectRow row, IReadOnlyList<EffectRow> study) =>
        ChosenEffect.FindTable(row) is not null && study.Any(other => other.Outcome == row.Outcome && other.Yi is not null
            && ChosenEffect.FindTable(other) is not null && IsBetweenExperimental(other) == IsBetweenExperimental(row));

    private static bool IsBetweenExperimental(EffectRow row) => row.ComparatorRole == Terms.ArmRole.Experimental;

    private static IReadOnlyList<OutcomeRows> WithoutUnwantedCrossovers(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log) =>
        rules.Crossover switch
        {
            CrossoverHandling.Exclude => log.Keep(outcomes, outcome => !outcome.IsOfCrossover, Terms.DecisionReason.Crossover, _ => "It is a crossover, and the question takes none"),
            CrossoverHandling.FirstPeriod => log.Keep(
                outcomes,
                outcome => !outcome.IsOfCrossover || outcome.First.Period == Terms.CrossoverPeriod.First,
                Terms.DecisionReason.Crossover,
                outcome => $"The figures are of periods: {outcome.First.Period ?? Terms.CrossoverPeriod.NotReported}; the question takes the first one only"),
            CrossoverHandling.Include => outcomes,
        };

    /// <summary>Prefers the first period, after what cannot be pooled is gone: a preference must not leave a study without an outcome.</summary>
    private static IReadOnlyList<OutcomeRows> FirstPeriodBeforeOthers(IReadOnlyList<OutcomeRows> outcomes, DecisionLog log) =>
        outcomes.Any(outcome => outcome.First.Period == Terms.CrossoverPeriod.First)
            ? log.Keep(outcomes, outcome => outcome.First.Period == Terms.CrossoverPeriod.First, Terms.DecisionReason.FirstPeriod, _ => "The first period is reported by itself, and goes first")
            : outcomes;

    private static IReadOnlyList<OutcomeRows> WithinWindow(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log)
    {
        if (rules.AtHours is not { } at || rules.WithinHours is not { } within)
            return outcomes;
        var anchored = log.Keep(
            outcomes, outcome => outcome.First.TimeAnchor == Terms.TimeAnchor.FirstDose, Terms.DecisionReason.TimeAnchor, outcome => $"Its time counts from {outcome.First.TimeAnchor}, not from the first dose");
        return log.Keep(
            anchored,
            outcome => Math.Abs(outcome.First.TimeHours - at) <= within,
            Terms.DecisionReason.OutsideWindow,
            outcome => $"It was measured at {outcome.First.TimeHours} hours, more than {within} from {at}");
    }

    private static List<OutcomeRows> ChooseBest(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log)
    {
        var order = GetOrder(rules);
        var best = outcomes.Aggregate((one, other) => Compare(one, other, order) <= 0 ? one : other);
        List<OutcomeRows> together = [best];
        foreach (var other in outcomes.Where(other => other != best))
        {
            if (together.TrueForAll(one => one.IsSameOfOtherArms(other)))
                together.Add(other);
            else
                log.LeaveOut(other.First, FindReason(best, other, order), Explain(best, other));
        }

        return together;
    }

    /// <summary>Returns the ranks by which outcomes are compared, each with the reason for leaving the lower one out.</summary>
    private static (string Reason, Func<OutcomeRows, decimal> Rank)[] GetOrder(ChoiceRules rules)
    {
        (string, Func<OutcomeRows, decimal>) instrument = (Terms.DecisionReason.OtherInstrument, outcome => outcome.RankOfInstrument(rules.Instruments));
        (string, Func<OutcomeRows, decimal>) primary = (Terms.DecisionReason.OtherOutcome, outcome => outcome.IsNotPrimary);
        (string, Func<OutcomeRows, decimal>) firmness = (Terms.DecisionReason.OtherOutcome, outcome => outcome.Firmness);
        (string, Func<OutcomeRows, decimal>) earlier = (Terms.DecisionReason.OtherTime, outcome => outcome.First.TimeHours);
        (string, Func<OutcomeRows, decimal>) place = (Terms.DecisionReason.OtherOutcome, outcome => outcome.Ordinal);
        return rules.AtHours is { } at
            ? [(Terms.DecisionReason.OtherTime, outcome => Math.Abs(outcome.First.TimeHours - at)), earlier, instrument, primary, firmness, place]
            : [primary, instrument, earlier, firmness, place];
    }

    private static int Compare(OutcomeRows one, OutcomeRows other, (string Reason, Func<OutcomeRows, decimal> Rank)[] order) =>
        order.Select(by => by.Rank(one).CompareTo(by.Rank(other))).FirstOrDefault(difference => difference != 0);

    private static string FindReason(OutcomeRows best, OutcomeRows other, (string Reason, Func<OutcomeRows, decimal> Rank)[] order) =>
        order.First(by => by.Rank(best) != by.Rank(other)).Reason;

    private static string Explain(OutcomeRows best, OutcomeRows other) => Describe(best) == Describe(other)
        ? $"{best.Id} goes first: the two are alike ({Describe(best)}), and it rests on firmer figures or stands before in the record"
        : $"{best.Id} goes first: {Describe(best)}, not {Describe(other)}";

    private static string Describe(OutcomeRows outcome) =>
        $"{outcome.First.Instrument ?? "events"} at {outcome.First.TimeHours} hours ({outcome.First.OutcomeType}, {outcome.First.Metric})";
}
