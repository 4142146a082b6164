using System.Globalization;
using CsCheck;
using Evidence.Catalogue;

namespace Evidence.Api.Tests.Specification;

/// <summary>
/// Random questions. Values are drawn from those that the records have, as often as they have them, so that most answers are neither
/// empty nor everything.
/// </summary>
internal sealed class AskGenerator(IReadOnlyList<Study> studies)
{
    private static readonly string[] DoseUnits = ["mg", "mg/kg"];

    private readonly IReadOnlyList<Arm> arms = [.. studies.SelectMany(study => study.Arms)];
    private readonly IReadOnlyList<Outcome> outcomes = [.. studies.SelectMany(study => study.Outcomes)];
    private readonly IReadOnlyList<OnsetFinding> findings = [.. studies.SelectMany(study => study.Onset)];

    /// <summary>Full-text queries, in web-search syntax.</summary>
    public static string[] Queries { get; } =
    [
        "midazolam", "suicidal ideation", "\"nasal spray\"", "esketamine or midazolam", "ketamine -esketamine", "electroconvulsive",
        "infusions anesthesia", "Diaz", "Zarate", "NCT00088699",
    ];

    /// <summary>As many questions to a list as wanted, always the same for the same seed.</summary>
    public Ask[] ForList(ListSpecification list, int number, string seed) =>
        Gen.Select(OfFilters([.. Shared, .. Own(list)]), SortBy([.. list.Keys.Keys]), (ask, sort) => sort is null ? ask : ask.With("sort", sort))
            // Relevance, which orders the finds where nothing else is asked for, is PostgreSQL's own.
            .Select(ask => ask.Has("q") && !ask.Has("sort") ? ask.With("sort", list.DefaultSort.Split(',')) : ask)
            .Array[number].Single(_ => true, seed);

    /// <summary>As many questions to the facets as wanted.</summary>
    public Ask[] ForFacets(int number, string seed) => OfFilters(Shared).Array[number].Single(_ => true, seed);

    private static Gen<Ask> OfFilters(Gen<Ask>[] filters) =>
        Gen.Select(Gen.ShuffleSelect(filters, 1, 4), Gen.Bool, (asks, commas) =>
            new Ask(asks.SelectMany(ask => ask.Values).DistinctBy(pair => pair.Key).ToDictionary()) { WithCommas = commas });

    private static Gen<string[]?> SortBy(string[] keys) =>
        Gen.Select(Gen.Shuffle(keys, 0, 2), Gen.Bool.Array[2], (chosen, falling) => chosen.Length == 0
            ? null
            : chosen.Zip(falling, (key, isFalling) => isFalling ? "-" + key : key).ToArray());

    private Gen<Ask>[] Shared =>
    [
        Gen.OneOf(Queries).Select(query => Ask.Nothing.With("q", query)),
        .. Terms("study", studies.Select(study => study.Id), most: 20),
        .. Terms("design", studies.Select(study => study.Design)),
        .. Terms("masking", studies.Select(study => study.Masking)),
        .. Terms("status", studies.Select(study => study.Status)),
        .. Terms("setting", studies.Select(study => study.Setting)),
        .. Terms("funding", studies.Select(study => study.Funding)),
        .. Terms("country", studies.SelectMany(study => study.Countries)),
        .. Terms("condition", studies.SelectMany(study => study.Population.Conditions)),
        .. Terms("populationSuicidality", studies.Select(study => study.Population.Suicidality)),
        .. Terms("mechanism", studies.SelectMany(study => study.Mechanisms)),
        .. Terms("riskOfBias", Vocabulary.Get("judgement").Terms.Select(term => term.Name)),
        .. Terms("retractionStatus", Vocabulary.Get("retraction-status").Terms.Select(term => term.Name)),
        .. Terms("intervention", arms.Select(arm => arm.Intervention)),
        .. Terms("route", arms.Select(arm => arm.Route)),
        .. Terms("comparator", arms.Where(arm => arm.Role != "experimental").Select(arm => arm.Intervention)),
        .. Terms("domain", outcomes.Select(outcome => outcome.Domain)),
        .. Terms("instrument", outcomes.Select(outcome => outcome.Instrument).OfType<string>()),
        Flag("treatmentResistant"),
        Flag("hasResults"),
        Number("failedTrialsMin", studies.Select(study => (decimal?)study.Population.MinFailedTrials)),
        Number("onsetHoursMax", findings.Select(finding => (decimal?)finding.Hours)),
        Range("enrolledMin", "enrolledMax", studies.Select(study => (decimal?)study.Enrolled)),
        Range("yearMin", "yearMax", studies.SelectMany(study => study.Reports).Select(report => (decimal?)report.Year)),
        Range("timeHoursMin", "timeHoursMax", outcomes.Select(outcome => (decimal?)outcome.TimeHours)),
        Doses,
    ];

    private Gen<Ask>[] Own(ListSpecification list) => list.Path switch
    {
        "/v1/effects" =>
        [
            Terms("measure", Vocabulary.Get("effect-measure").Terms.Select(term => term.Name), most: 4)[0],
            Gen.Select(Gen.OneOf(outcomes.Select(outcome => outcome.Term).OfType<string>().ToArray()), Gen.Bool, (term, inCapitals) =>
                Ask.Nothing.With("term", inCapitals ? term.ToUpperInvariant() : term)),
            Flag("ofSubgroup"),
            Flag("hasEffect"),
            Number("administrationsMax", arms.Select(arm => (decimal?)arm.Administrations)),
        ],
        "/v1/onset" => [Terms("definition", Vocabulary.Get("onset-definition").Terms.Select(term => term.Name))[0]],
        "/v1/risk-of-bias" => [Terms("tool", Vocabulary.Get("risk-of-bias-tool").Terms.Select(term => term.Name))[0]],
        _ => [],
    };

    /// <summary>A dose cannot be asked for without its unit, but a unit can be without a dose.</summary>
    private Gen<Ask> Doses => Gen.OneOf(
    [
        .. from unit in DoseUnits
           let doses = arms.Where(arm => arm.DoseUnit == unit).SelectMany(arm => new[] { arm.Dose, arm.DoseMax })
           select Range("doseMin", "doseMax", doses).Select(ask => ask.With("doseUnit", unit)),
        .. Terms("doseUnit", arms.Select(arm => arm.DoseUnit).OfType<string>()),
    ]);

    /// <summary>The filter, and the one that excludes.</summary>
    private static Gen<Ask>[] Terms(string name, IEnumerable<string> occurring, int most = 3)
    {
        var terms = Gen.OneOf(occurring.ToArray()).Array[1, most].Select(chosen => chosen.Distinct().ToArray());
        var excluding = "exclude" + char.ToUpperInvariant(name[0]) + name[1..];
        return [terms.Select(chosen => Ask.Nothing.With(name, chosen)), terms.Select(chosen => Ask.Nothing.With(excluding, chosen))];
    }

    private static Gen<Ask> Flag(string name) => Gen.Bool.Select(value => Ask.Nothing.With(name, value ? "true" : "false"));

    private static Gen<Ask> Number(string name, IEnumerable<decimal?> occurring) =>
        Gen.OneOf(occurring.OfType<decimal>().ToArray()).Select(number => Ask.Nothing.With(name, Text(number)));

    private static Gen<Ask> Range(string min, string max, IEnumerable<decimal?> occurring)
    {
        var number = Gen.OneOf(occurring.OfType<decimal>().ToArray());
        return Gen.Select(number, number, Gen.Int[0, 2], (a, b, ends) => ends switch
        {
            0 => Ask.Nothing.With(min, Text(a)),
            1 => Ask.Nothing.With(max, Text(a)),
            _ => Ask.Nothing.With(min, Text(Math.Min(a, b))).With(max, Text(Math.Max(a, b))),
        });
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
