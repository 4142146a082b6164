using System.Text;
using System.Text.Json;

namespace Evidence.Api.Tests.Specification;

/// <summary>
/// What a list answers, said in plain LINQ over the records: the rows of all studies in the order of the catalogue (studies by the bytes
/// of their identifiers, and within a study as its record has them), those kept that answer the question, and sorted.
/// </summary>
/// <param name="Path">Address of the list.</param>
/// <param name="RowsOf">The rows of a study.</param>
/// <param name="NameOf">What a row is known by.</param>
/// <param name="NameIn">The same, taken from a row of an answer.</param>
/// <param name="Keys">What the list can be sorted by.</param>
/// <param name="DefaultSort">Its order where none is asked for.</param>
internal sealed record ListSpecification(
    string Path,
    Func<StudyAt, IEnumerable<Row>> RowsOf,
    Func<Row, string> NameOf,
    Func<JsonElement, string> NameIn,
    IReadOnlyDictionary<string, Func<Row, IComparable?>> Keys,
    string DefaultSort)
{
    public static ListSpecification Studies { get; } = new(
        "/v1/studies",
        study => [new StudyRow(study)],
        row => row.At.Study.Id,
        json => Name(json, "id"),
        new Dictionary<string, Func<Row, IComparable?>>
        {
            ["id"] = row => Bytes(row.At.Study.Id),
            ["label"] = row => Bytes(row.At.Study.Label),
            ["year"] = row => row.At.Year,
            ["enrolled"] = row => row.At.Study.Enrolled,
            ["revision"] = row => row.At.WrittenBy,
        },
        "-year,label");

    public static ListSpecification Outcomes { get; } = new(
        "/v1/outcomes",
        OutcomeArmRow.Of,
        row => row is OutcomeArmRow r ? $"{r.At.Study.Id}|{r.Outcome.Id}|{r.Arm.Id}" : "",
        json => Name(json, "study", "outcome", "arm"),
        OfRows<OutcomeArmRow>(("domain", row => Bytes(row.Outcome.Domain)), ("timeHours", row => row.Outcome.TimeHours)),
        "study");

    public static ListSpecification Effects { get; } = new(
        "/v1/effects",
        study => study.Effects,
        row => row is EffectPairRow r ? $"{r.At.Study.Id}|{r.Outcome.Id}|{r.First.Id}|{r.Second.Id}|{r.Measure}" : "",
        json => Name(json, "study", "outcome", "arm", "versus", "measure"),
        OfRows<EffectPairRow>(("domain", row => Bytes(row.Outcome.Domain)), ("timeHours", row => row.Outcome.TimeHours)),
        "study");

    public static ListSpecification Onset { get; } = new(
        "/v1/onset",
        study => study.Study.Onset.Select(finding => new OnsetFindingRow(study, finding)),
        row => row is OnsetFindingRow { Finding: var f }
            ? FormattableString.Invariant($"{row.At.Study.Id}|{f.Arm}|{f.Versus}|{f.Instrument}|{f.Definition}|{f.Hours}|{f.Source.Locator}")
            : "",
        json => Name(json, "study", "arm", "versus", "instrument", "definition", "hours", "sourceLocator"),
        OfRows<OnsetFindingRow>(("definition", row => Bytes(row.Finding.Definition)), ("hours", row => row.Finding.Hours)),
        "definition,hours");

    public static ListSpecification RiskOfBias { get; } = new(
        "/v1/risk-of-bias",
        AssessmentRow.Of,
        row => row is AssessmentRow r ? $"{r.At.Study.Id}|{r.Outcome?.Id}|{r.Assessment.Tool}" : "",
        json => Name(json, "study", "outcome", "tool"),
        OfRows<AssessmentRow>(("tool", row => Bytes(row.Assessment.Tool))),
        "study");

    public static IReadOnlyList<ListSpecification> All { get; } = [Studies, Outcomes, Effects, Onset, RiskOfBias];

    /// <summary>The names of the rows that answer the question, in order.</summary>
    public IReadOnlyList<string> Answer(IEnumerable<StudyAt> catalogue, Ask ask)
    {
        var rows = catalogue
            .OrderBy(study => Bytes(study.Study.Id), StringComparer.Ordinal)
            .SelectMany(RowsOf)
            .Where(row => row.Answers(ask));
        var sort = ask.Has("sort") ? ask.Values["sort"] : DefaultSort.Split(',');
        // Each pass keeps the order of the one before where its own key is equal, so the weightiest key goes last.
        return [.. sort.Reverse().Aggregate(rows, Sorted).Select(NameOf)];
    }

    /// <summary>Rows without the figure come last, upwards and downwards.</summary>
    private IEnumerable<Row> Sorted(IEnumerable<Row> rows, string sort)
    {
        var key = Keys[sort.TrimStart('-')];
        var known = rows.Where(row => key(row) is not null);
        var sorted = sort.StartsWith('-') ? known.OrderByDescending(key) : known.OrderBy(key);
        return sorted.Concat(rows.Where(row => key(row) is null));
    }

    private static Dictionary<string, Func<Row, IComparable?>> OfRows<T>(params (string Name, Func<T, IComparable?> Key)[] own)
        where T : Row
    {
        var keys = own.ToDictionary(key => key.Name, key => (Func<Row, IComparable?>)(row => key.Key((T)row)));
        keys["study"] = row => Bytes(row.At.Study.Id);
        keys["year"] = row => row.At.Year;
        return keys;
    }

    /// <summary>A text by whose digits one sorts as by the bytes of its UTF-8.</summary>
    private static string Bytes(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));

    private static string Name(JsonElement json, params string[] members) =>
        string.Join('|', members.Select(member => json.TryGetProperty(member, out var value) ? value.ToString() : ""));
}
