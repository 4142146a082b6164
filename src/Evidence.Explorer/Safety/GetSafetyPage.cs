using Evidence.Catalogue;
using Evidence.Explorer.Forms;
using Evidence.Explorer.Layout;
using Evidence.Store.Analyses;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Synthesis.MetaAnalysis;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Safety;

/// <summary>What the page of safety shows.</summary>
/// <param name="Form">The question.</param>
/// <param name="Pairs">The pairs of arms with all their figures; null if the question was refused.</param>
/// <param name="LeftOut">Number of pairs that do not report what was asked for.</param>
public sealed record SafetyPageModel(FormValues Form, IReadOnlyList<SafetyPair>? Pairs, int LeftOut);

/// <summary>GET /safety: harms beside benefits at the same times, for the same arms.</summary>
public static class GetSafetyPage
{
    /// <summary>The question that the page asks if its address asks none.</summary>
    public const string OwnQuestion = "intervention=ketamine,esketamine&comparator=placebo,saline,midazolam";

    private static readonly string[] Measures = ["md", "rr"];

    private static readonly Parameter Reports = new("reports", ParameterKind.Terms, "Selects pairs of arms with figures in all of these columns.", "dissociation")
    {
        Allowed = [.. SafetyColumn.All.Select(column => column.Name)],
    };

    /// <summary>The query parameters: the filters of effects without those of the outcome, which the columns are.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. Filters.Parameters.Where(parameter => parameter.Name is not "domain" and not "excludeDomain" and not "instrument" and not "excludeInstrument"),
        .. EffectFilters.Narrowing.Select(filter => filter.Parameter).Where(parameter => parameter.Name == "administrationsMax"),
        Reports, RevisionParameters.Revision,
    ];

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<SafetyPage, SafetyPageModel>(
            http,
            FormValues.IsBlank(http) ? [RevisionParameters.Revision] : Parameters,
            (query, cancel) => FindAsync(http, database, query, cancel),
            error => new SafetyPageModel(ReadForm(http, error), null, 0));

    private static async Task<Result<PageContent<SafetyPageModel>>> FindAsync(
        HttpContext http, EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var values = FormValues.Complete(http, query, OwnQuestion, Parameters);
        var selection = values.Without(Reports.Name, "revision")
            .With("domain", SafetyColumn.Domains.ToArray())
            .With("measure", Measures)
            .With("ofSubgroup", false);
        var selected = await database.ReadAsync((connection, token) => EffectSelection.ReadAsync(connection, selection, query.Revision, token), cancel);
        if (selected.Rows.Count > Pool.MaxRows)
            return new Error(ErrorKind.CannotBePooled, $"The filters leave more than {Pool.MaxRows} figures; narrow them.");
        var pairs = SafetyPair.Group(selected.Rows);
        var shown = pairs.Where(pair => values.List(Reports.Name).All(pair.Reports)).ToList();
        return new PageContent<SafetyPageModel>(new(ReadForm(http), shown, pairs.Count - shown.Count), selected.Warnings);
    }

    private static FormValues ReadForm(HttpContext http, Error? error = null) => FormValues.FromRequest(http, Parameters, OwnQuestion, error);
}
