using Evidence.Api.Explorer.Asking;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis;

namespace Evidence.Api.Explorer.SafetyTable;

/// <summary>What the page of safety shows.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Pairs">The pairs of arms with all their figures; nothing where the question was refused.</param>
/// <param name="LeftOut">Pairs that do not report what was asked for.</param>
public sealed record SafetyTableModel(AskedValues Asked, IReadOnlyList<SafetyPair>? Pairs, int LeftOut);

/// <summary>GET /safety: harms beside benefits at the same times, for the same arms.</summary>
public static class GetSafetyTable
{
    /// <summary>What the page asks by itself.</summary>
    public const string OwnQuestion = "intervention=ketamine,esketamine&comparator=placebo,saline,midazolam";

    private static readonly string[] Measures = ["md", "rr"];

    private static readonly Parameter Reports = new("reports", ParameterKind.Terms, "Leaves pairs of arms with figures in all of these columns.", "dissociation")
    {
        Allowed = [.. SafetyColumn.All.Select(column => column.Name)],
    };

    /// <summary>What the page takes: the filters of effects, but those of the outcome, which the columns are.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. Filters.Parameters.Where(parameter => parameter.Name is not "domain" and not "excludeDomain" and not "instrument" and not "excludeInstrument"),
        .. EffectFilters.Narrowing.Select(filter => filter.Parameter).Where(parameter => parameter.Name == "administrationsMax"),
        Reports, ReadRequest.RevisionParameter,
    ];

    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<SafetyTablePage, SafetyTableModel>(
        http, database, AskedValues.IsBlank(http) ? [ReadRequest.RevisionParameter] : Parameters, request => FindAsync(http, database, request));

    /// <summary>The page of a refused question.</summary>
    public static Task<byte[]> RenderProblemAsync(HttpContext http, Problem problem) =>
        PageAnswer.RenderAsync<SafetyTablePage, SafetyTableModel>(http, PageFrame.OfRefusal(http), new SafetyTableModel(Asked(http, problem), null, 0));

    private static async Task<SafetyTableModel?> FindAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        if (AskedValues.IsBlank(http))
            request.Values = AskedValues.Own(OwnQuestion, Parameters);
        var selection = request.Values.Without(Reports.Name, "revision")
            .With("domain", SafetyColumn.Domains.ToArray())
            .With("measure", Measures)
            .With("ofSubgroup", false);
        var (rows, warnings) = await database.ReadAsync(
            (connection, cancel) => PoolSelection.ReadAsync(connection, selection, request.Revision, cancel), http.RequestAborted);
        if (rows.Count > PoolSelection.MostRows)
        {
            await Answer.ProblemAsync(http, ProblemTypes.CannotBePooled.With($"The filters leave more than {PoolSelection.MostRows} figures; narrow them."));
            return null;
        }

        EvidenceWarning.Send(http, warnings);
        var wanted = request.Values.List(Reports.Name);
        var pairs = SafetyPair.Of(rows);
        var shown = pairs.Where(pair => wanted.All(pair.Reports)).ToList();
        return new SafetyTableModel(Asked(http), shown, pairs.Count - shown.Count);
    }

    private static AskedValues Asked(HttpContext http, Problem? problem = null) => AskedValues.Of(http, Parameters, OwnQuestion, problem);
}
