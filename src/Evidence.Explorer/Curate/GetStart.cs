using Evidence.Explorer.Layout;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Revisions;
using Evidence.Store.Selection;
using Evidence.Store.Studies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>What the start page of curators shows.</summary>
/// <param name="Undecided">Corrections that wait for a decision, newest first.</param>
/// <param name="UndecidedCount">Number of all corrections that wait.</param>
/// <param name="Latest">The newest revisions.</param>
/// <param name="Studies">The studies of the catalogue.</param>
/// <param name="Withdrawn">The study that was just withdrawn.</param>
public sealed record StartModel(IReadOnlyList<Correction> Undecided, long UndecidedCount, IReadOnlyList<Revision> Latest, IReadOnlyList<StudyLabel> Studies, string? Withdrawn)
{
    private const int MaxRows = 10;

    private static readonly string[] OpenStatuses = ["open", "asked"];

    /// <summary>Reads the model as of now.</summary>
    public static async Task<StartModel> ReadAsync(EvidenceDatabase database, string? withdrawn, CancellationToken cancel)
    {
        var newest = (await CatalogueState.ReadAsync(database, cancel)).Newest;
        (ListQuery, long)[] lists =
        [
            (ListQuery.Create(CorrectionList.Definition, QueryValues.None.With("status", OpenStatuses), newest), MaxRows),
            (ListQuery.Create(RevisionList.Definition, QueryValues.None, newest), MaxRows),
        ];
        var pages = await database.ReadAsync((connection, token) => ListQuery.ReadPagesAsync(connection, lists, token), cancel);
        var studies = await StudyLabel.ListAsync(database, cancel);
        return new StartModel(pages[0].Read<Correction>(), pages[0].Total, pages[1].Read<Revision>(), studies, withdrawn);
    }
}

/// <summary>GET /curate: where curators begin.</summary>
public static class GetStart
{
    private static readonly Parameter Withdrawn = new("withdrawn", ParameterKind.Text, "Study that was just withdrawn.", "zarate-2006");

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database) =>
        forms.RespondToCuratorAsync(http, [Withdrawn, RevisionParameters.Revision], async (curator, values) => await forms.RespondAsync<StartPage, StartModel>(
            http, await StartModel.ReadAsync(database, values.Text("withdrawn"), http.RequestAborted), curator));
}
