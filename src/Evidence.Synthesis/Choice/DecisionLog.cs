using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>Collects the decisions in the order in which they are made.</summary>
internal sealed class DecisionLog
{
    private readonly List<PoolingDecision> decisions = [];

    /// <summary>All decisions by study, each study's in the order in which they were made.</summary>
    public IReadOnlyList<PoolingDecision> All => [.. decisions.OrderBy(decision => decision.Study, StringComparer.Ordinal)];

    public void LeaveOutStudy(EffectRow row, string reason, string detail) =>
        decisions.Add(Make(row, Terms.DecisionKind.LeftOut, reason, detail) with { Outcome = null });

    public void LeaveOut(EffectRow row, string reason, string detail, bool ofArm = false) => Add(row, Terms.DecisionKind.LeftOut, reason, detail, ofArm);

    public void Add(EffectRow row, string kind, string reason, string detail, bool ofArm = false) =>
        decisions.Add(Make(row, kind, reason, detail) with { Arm = ofArm ? row.Arm : null });

    /// <summary>Keeps the outcomes that pass, and says of the others why they did not.</summary>
    public IReadOnlyList<OutcomeRows> Keep(
        IReadOnlyList<OutcomeRows> outcomes, Func<OutcomeRows, bool> passes, string reason, Func<OutcomeRows, string> detail)
    {
        foreach (var outcome in outcomes.Where(outcome => !passes(outcome)))
            LeaveOut(outcome.First, reason, detail(outcome));
        return [.. outcomes.Where(passes)];
    }

    /// <summary>Keeps the pairs of arms that pass, and says of the others why they did not: once where it is the whole outcome.</summary>
    public IReadOnlyList<OutcomeRows> KeepPairs(
        IReadOnlyList<OutcomeRows> outcomes, Func<EffectRow, bool> passes, string reason, Func<EffectRow, string> detail)
    {
        foreach (var outcome in outcomes)
        {
            var failing = outcome.Rows.Where(row => !passes(row)).ToList();
            if (failing.Count == outcome.Rows.Count)
                LeaveOut(outcome.First, reason, detail(outcome.First));
            else
                failing.ForEach(row => LeaveOut(row, reason, detail(row), ofArm: true));
        }

        return
        [
            .. outcomes.Select(outcome => outcome with { Rows = [.. outcome.Rows.Where(passes)] })
                .Where(outcome => outcome.Rows.Count > 0),
        ];
    }

    private static PoolingDecision Make(EffectRow row, string kind, string reason, string detail) => new()
    {
        Study = row.Study,
        Label = row.Label,
        Outcome = row.Outcome,
        Kind = kind,
        Reason = reason,
        Detail = detail,
    };
}
