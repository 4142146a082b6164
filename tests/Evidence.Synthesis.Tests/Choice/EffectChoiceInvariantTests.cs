using CsCheck;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.Effects;
using static Evidence.Synthesis.Tests.Choice.SampleRows;

namespace Evidence.Synthesis.Tests.Choice;

/// <summary>What holds of any rows and any rules. The seed is fixed, so that a run is like the one before.</summary>
public sealed class EffectChoiceInvariantTests
{
    private const string Seed = "0000ChoiceOf";
    private const int Sets = 2000;
    private const int MostRounds = 20;

    private static readonly string[] Studies = ["a", "b", "c", "d"];
    private static readonly string[] Measures = ["md", "smd", "rr", "or", "rd", "peto"];
    private static readonly decimal?[] Times = [null, 24, 72];
    private static readonly string?[] Benefits = [null, "negative", "positive"];
    private static readonly decimal[] Windows = [12, 1000];
    private static readonly string[][] Priorities = [[], ["bdi", "hdrs-17"]];
    private static readonly (string Arm, string Versus, bool IsOfExperimental)[] Pairs =
        [("low", "pla", false), ("high", "pla", false), ("low", "mid", false), ("high", "mid", false), ("high", "low", true), ("low", "other", true)];

    private static readonly Gen<ChoiceRules> AnyRules =
        from measure in Gen.OneOf(Measures)
        from atHours in Gen.OneOf(Times)
        from withinHours in Gen.OneOf(Windows)
        from instruments in Gen.OneOf(Priorities)
        from multiArm in Gen.Enum<MultiArm>()
        from crossover in Gen.Enum<CrossoverHandling>()
        from benefit in Gen.OneOf(Benefits)
        from namesDesigns in Gen.Bool
        select new ChoiceRules
        {
            Measure = TermConverter.Parse<EffectMeasure>(measure),
            AtHours = atHours,
            WithinHours = atHours is null ? null : withinHours,
            Instruments = instruments,
            MultiArm = multiArm,
            Crossover = crossover,
            Benefit = benefit,
            NamesDesigns = namesDesigns,
        };

    private static readonly Gen<(ChoiceRules Rules, EffectRow[] Rows)> AnySet =
        from rules in AnyRules
        from numbers in Gen.Int[0, 1_000_000].Array[Studies.Length]
        select (rules, Studies.Zip(numbers).SelectMany(study => RowsOf(study.First, rules.Measure.ToTerm(), new Random(study.Second))).ToArray());

    [Fact]
    public void Every_study_and_every_outcome_has_its_decision() => Holds((set, choice) =>
        set.Rows.All(row => choice.Decisions.Any(decision => decision.Study == row.Study && (decision.Outcome is null || decision.Outcome == row.Outcome))
            || choice.Effects.Any(effect => effect.Lead.Study == row.Study && effect.Outcomes.Contains(row.Outcome))));

    [Fact]
    public void Every_pair_of_arms_of_an_outcome_in_the_pool_is_in_it_or_has_its_decision() => Holds((set, choice) =>
        set.Rows.All(row => choice.Effects.All(effect => effect.Lead.Study != row.Study || !effect.Outcomes.Contains(row.Outcome))
            || choice.Effects.Any(effect => effect.Lead.Study == row.Study && effect.Arms.Contains(row.Arm) && effect.Versus.Contains(row.Versus))
            || choice.Decisions.Any(decision => decision.Study == row.Study && decision.Kind == "left-out" && (decision.Arm == row.Arm || decision.Arm is null))));

    [Fact]
    public void Exactly_the_effects_of_the_pool_are_decided_to_be_chosen() => Holds((_, choice) =>
        choice.Effects.Select(effect => (effect.Lead.Study, (string?)effect.Lead.Outcome)).Order()
            .SequenceEqual(choice.Decisions.Where(decision => decision.Kind == "chosen").Select(decision => (decision.Study, decision.Outcome)).Order()));

    [Fact]
    public void No_study_has_two_effects_where_arms_are_combined() => Holds((set, choice) =>
        set.Rules.MultiArm == MultiArm.Split || choice.Effects.CountBy(effect => effect.Lead.Study).All(study => study.Value == 1));

    [Fact]
    public void Nobody_is_counted_twice() => Holds((set, choice) =>
        choice.Effects.All(effect => !effect.Arms.Intersect(effect.Versus).Any())
        && choice.Effects.GroupBy(effect => effect.Lead.Study).All(study => ArmsOf(study).All(arm => arm.Counted <= arm.Reported + 1e-9)));

    [Fact]
    public void No_two_studies_of_a_pool_share_people() => Holds((_, choice) =>
        choice.Effects.All(effect => choice.Effects.All(other => other.Lead.Study == effect.Lead.Study || !effect.Lead.SharesParticipantsWith.Contains(other.Lead.Study))));

    [Fact]
    public void All_effects_can_be_pooled_and_one_sign_is_benefit_in_all() => Holds((set, choice) =>
        choice.Effects.All(effect => double.IsFinite(effect.Value.Estimate) && effect.Value.Variance is > 0 and < double.PositiveInfinity && effect.Lead.Basis is not null)
        && choice.Effects.Select(effect => effect.Benefit).Distinct().Count() < 2
        && (set.Rules.Benefit is null || choice.Effects.All(effect => effect.Benefit == set.Rules.Benefit)));

    [Fact]
    public void The_order_of_studies_among_the_rows_does_not_matter() => Holds((set, choice) =>
    {
        var turned = EffectChoice.Choose(set.Rows.GroupBy(row => row.Study).Reverse().SelectMany(study => study), set.Rules);
        var mixed = EffectChoice.Choose(set.Rows.GroupBy(row => row.Study).SelectMany(study => study.Index()).OrderBy(row => row.Index).Select(row => row.Item), set.Rules);
        return Lines(choice).SequenceEqual(Lines(turned)) && Lines(choice).SequenceEqual(Lines(mixed));
    });

    [Fact]
    public void Every_reason_is_a_term_and_most_come_about()
    {
        var reasons = TermsOf("decision-reason").ToHashSet();
        // These are of a model, of a regression and of a network.
        var missing = reasons.Except(["no-table", "no-moderator", "no-node", "not-connected"]).ToHashSet();
        // The seed is that of the first set alone, so that a rare reason may take more than one round.
        for (var round = 0; round == 0 || (round < MostRounds && missing.Count > 0); round++)
        {
            AnySet.Sample(
                set => EffectChoice.Choose(set.Rows, set.Rules).Decisions.All(decision => reasons.Contains(decision.Reason) && (missing.Remove(decision.Reason) || true)),
                seed: Seed, iter: Sets, threads: 1);
        }

        Assert.Empty(missing);
    }

    private static void Holds(Func<(ChoiceRules Rules, EffectRow[] Rows), EffectChoice, bool> isSo) =>
        AnySet.Sample(set => isSo(set, EffectChoice.Choose(set.Rows, set.Rules)), seed: Seed, iter: Sets, threads: 1);

    private static IEnumerable<string> Lines(EffectChoice choice) =>
        choice.Effects.Select(effect => $"{Chosen.Line(effect)} {effect.Value}").Concat(choice.Decisions.Select(decision => decision.ToString()));

    /// <summary>People of each arm as all effects of a study together count them, and as the study reports them.</summary>
    private static IEnumerable<(double Counted, double Reported)> ArmsOf(IEnumerable<ChosenEffect> study)
    {
        var sides = study.SelectMany(effect => new[]
        {
            (Arm: string.Join('+', effect.Arms), Counted: effect.FirstPeople ?? 0, Reported: effect.Arms.Sum(PeopleOf)),
            (Arm: string.Join('+', effect.Versus), Counted: effect.SecondPeople ?? 0, Reported: effect.Versus.Sum(PeopleOf)),
        });
        return sides.GroupBy(side => side.Arm).Select(side => (side.Sum(each => each.Counted), (double)side.First().Reported));
    }

    private static string[] TermsOf(string vocabulary) => [.. Vocabulary.Get(vocabulary).Terms.Select(term => term.Name)];

    private static int PeopleOf(string arm) => 10 + arm.Length;

    /// <summary>Up to four outcomes of a study, each with some pairs of its arms, as strange as records may be.</summary>
    private static IEnumerable<EffectRow> RowsOf(string study, string measure, Random random)
    {
        var design = OneOf(random, "randomized-parallel", "randomized-parallel", "randomized-crossover", "cohort", "randomized-withdrawal", "systematic-review", "preclinical");
        string[] shares = random.Next(3) == 0 ? [OneOf(random, Studies)] : [];
        var status = OneOf(random, null, null, "none", "corrected", "expression-of-concern", "retracted");
        var outcomes = random.Next(1, 5);
        for (var i = 0; i < outcomes; i++)
        {
            var like = Outcome(study, $"o{i}", measure, design, shares.Except([study]).ToArray(), random);
            foreach (var (arm, versus, isOfExperimental) in Pairs.Where(_ => random.Next(3) == 0))
            {
                var row = Figures(like.Between(arm, versus), random) with { ComparatorRole = isOfExperimental ? "experimental" : "placebo", PrimaryRetractionStatus = status };
                yield return random.Next(8) switch { 0 => row.WithoutEffect(), 1 when row.Yi is not null => row.OfContrast(), _ => row };
            }
        }
    }

    private static EffectRow Outcome(string study, string id, string measure, string design, string[] shares, Random random)
    {
        var row = measure is "md" or "smd" ? Score(study, id) : Response(study, id);
        return row with
        {
            Measure = measure,
            Design = design,
            SharesParticipantsWith = shares,
            TimeHours = OneOf(random, 24m, 24, 72),
            TimeAnchor = OneOf(random, "first-dose", "first-dose", "first-dose", "randomization"),
            Instrument = OneOf(random, "madrs", "madrs", "hdrs-17", "bdi", null),
            OutcomeType = OneOf(random, "primary", "secondary"),
            Subgroup = OneOf(random, null, null, null, "women"),
            Period = design == "randomized-crossover" ? OneOf(random, "first", "both", null) : null,
            Benefit = OneOf(random, "negative", "negative", "positive"),
        };
    }

    /// <summary>Counts that are often zero or everybody; people by arm, so that an arm has as many wherever it stands.</summary>
    private static EffectRow Figures(EffectRow row, Random random)
    {
        var (first, second) = (PeopleOf(row.Arm), PeopleOf(row.Versus));
        return row.Measure is "md" or "smd"
            ? row.WithMeans((first, random.Next(-20, 0), random.Next(1, 9)), (second, random.Next(-20, 0), random.Next(1, 9)))
            : row.WithEvents((OneOf(random, 0, 3, first), first), (OneOf(random, 0, 0, 4, second), second));
    }

    private static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
