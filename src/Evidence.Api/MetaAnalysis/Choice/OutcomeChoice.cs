using Evidence.Api.Effects;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Chooses the outcome that stands for a study; several only where they are one measurement of arms with nobody in common.</summary>
internal static class OutcomeChoice
{
    public static IReadOnlyList<OutcomeRows> Of(IReadOnlyList<EffectRow> study, ChoiceRules rules, DecisionLog log)
    {
        IReadOnlyList<OutcomeRows> left = [.. study.GroupBy(row => row.Outcome).Select((outcome, ordinal) => new OutcomeRows(ordinal, [.. outcome]))];
        left = log.Keep(left, outcome => outcome.First.Subgroup is null, "part-of-people", outcome => $"Its figures are of a part of the people: {outcome.First.Subgroup}");
        left = WithoutUnwantedCrossovers(left, rules, log);
        left = WithinWindow(left, rules, log);
        left = log.KeepPairs(left, row => row.Yi is not null || (rules.MultiArm == "combine" && CountsBesideOthers(row, study)), "no-effect", row => row.NotComputed!);
        if (left.Any(outcome => outcome.Rows.Any(row => !IsBetweenExperimental(row))))
            left = log.KeepPairs(left, row => !IsBetweenExperimental(row), "both-experimental", row => $"{row.Arm} and {row.Versus} are both experimental, and the study has a control");
        left = FirstPeriodBeforeOthers(left, log);
        return left.Count == 0 ? [] : Best(left, rules, log);
    }

    /// <summary>A table in which nobody, or everybody, has the event says nothing alone; combined with other arms its people count.</summary>
    private static bool CountsBesideOthers(EffectRow row, IReadOnlyList<EffectRow> study) =>
        ChosenEffect.TableOf(row) is not null && study.Any(other => other.Outcome == row.Outcome && other.Yi is not null
            && ChosenEffect.TableOf(other) is not null && IsBetweenExperimental(other) == IsBetweenExperimental(row));

    private static bool IsBetweenExperimental(EffectRow row) => row.ComparatorRole == "experimental";

    private static IReadOnlyList<OutcomeRows> WithoutUnwantedCrossovers(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log) =>
        rules.Crossover switch
        {
            "exclude" => log.Keep(outcomes, outcome => !outcome.IsOfCrossover, "crossover", _ => "It is a crossover, and the question takes none"),
            "first-period" => log.Keep(
                outcomes,
                outcome => !outcome.IsOfCrossover || outcome.First.Period == "first",
                "crossover",
                outcome => $"The figures are of periods: {outcome.First.Period ?? "not-reported"}; the question takes the first one only"),
            _ => outcomes,
        };

    /// <summary>Only after what cannot be pooled is gone: a preference must not leave a study with nothing.</summary>
    private static IReadOnlyList<OutcomeRows> FirstPeriodBeforeOthers(IReadOnlyList<OutcomeRows> outcomes, DecisionLog log) =>
        outcomes.Any(outcome => outcome.First.Period == "first")
            ? log.Keep(outcomes, outcome => outcome.First.Period == "first", "first-period", _ => "The first period is reported by itself, and goes first")
            : outcomes;

    private static IReadOnlyList<OutcomeRows> WithinWindow(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log)
    {
        if (rules.AtHours is not { } at || rules.WithinHours is not { } within)
            return outcomes;
        var anchored = log.Keep(
            outcomes, outcome => outcome.First.TimeAnchor == "first-dose", "time-anchor", outcome => $"Its time counts from {outcome.First.TimeAnchor}, not from the first dose");
        return log.Keep(
            anchored,
            outcome => Math.Abs(outcome.First.TimeHours - at) <= within,
            "outside-window",
            outcome => $"It was measured at {outcome.First.TimeHours} hours, more than {within} from {at}");
    }

    private static List<OutcomeRows> Best(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log)
    {
        var order = OrderOf(rules);
        var best = outcomes.Aggregate((one, other) => Compare(one, other, order) <= 0 ? one : other);
        List<OutcomeRows> together = [best];
        foreach (var other in outcomes.Where(other => other != best))
        {
            if (together.TrueForAll(one => one.IsSameOfOtherArms(other)))
                together.Add(other);
            else
                log.LeaveOut(other.First, ReasonOf(best, other, order), Detail(best, other));
        }

        return together;
    }

    /// <summary>By what outcomes are ranked, each with the reason that the lower one is given.</summary>
    private static (string Reason, Func<OutcomeRows, decimal> Rank)[] OrderOf(ChoiceRules rules)
    {
        (string, Func<OutcomeRows, decimal>) instrument = ("other-instrument", outcome => outcome.RankOfInstrument(rules.Instruments));
        (string, Func<OutcomeRows, decimal>) primary = ("other-outcome", outcome => outcome.IsNotPrimary);
        (string, Func<OutcomeRows, decimal>) firmness = ("other-outcome", outcome => outcome.Firmness);
        (string, Func<OutcomeRows, decimal>) earlier = ("other-time", outcome => outcome.First.TimeHours);
        (string, Func<OutcomeRows, decimal>) place = ("other-outcome", outcome => outcome.Ordinal);
        return rules.AtHours is { } at
            ? [("other-time", outcome => Math.Abs(outcome.First.TimeHours - at)), earlier, instrument, primary, firmness, place]
            : [primary, instrument, earlier, firmness, place];
    }

    private static int Compare(OutcomeRows one, OutcomeRows other, (string Reason, Func<OutcomeRows, decimal> Rank)[] order) =>
        order.Select(by => by.Rank(one).CompareTo(by.Rank(other))).FirstOrDefault(difference => difference != 0);

    private static string ReasonOf(OutcomeRows best, OutcomeRows other, (string Reason, Func<OutcomeRows, decimal> Rank)[] order) =>
        order.First(by => by.Rank(best) != by.Rank(other)).Reason;

    private static string Detail(OutcomeRows best, OutcomeRows other) => Shown(best) == Shown(other)
        ? $"{best.Id} goes first: the two are alike ({Shown(best)}), and it rests on firmer figures or stands before in the record"
        : $"{best.Id} goes first: {Shown(best)}, not {Shown(other)}";

    private static string Shown(OutcomeRows outcome) =>
        $"{outcome.First.Instrument ?? "events"} at {outcome.First.TimeHours} hours ({outcome.First.OutcomeType}, {outcome.First.Metric})";
}
