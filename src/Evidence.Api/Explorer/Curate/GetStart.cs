using Dapper;
using Evidence.Api.Corrections;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Revisions;
using Npgsql;

namespace Evidence.Api.Explorer.Curate;

/// <summary>A study to choose.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Label">Its short name.</param>
public sealed record StudyChoice(string Id, string Label);

/// <summary>What the start page of curators shows.</summary>
/// <param name="Undecided">Corrections that wait, newest first.</param>
/// <param name="Waiting">How many wait in all.</param>
/// <param name="Latest">The newest revisions.</param>
/// <param name="Studies">The studies of the catalogue.</param>
/// <param name="Withdrawn">The study that was just withdrawn.</param>
public sealed record StartModel(IReadOnlyList<Correction> Undecided, long Waiting, IReadOnlyList<Revision> Latest, IReadOnlyList<StudyChoice> Studies, string? Withdrawn);

/// <summary>GET /curate: where curators begin.</summary>
public static class GetStart
{
    private const int Shown = 10;

    private const string SelectStudies = """
        select record_id as id, document ->> 'label' as label
        from record_version
        where kind = 'study'
          and valid_until = 9223372036854775807
        order by 2, 1
        """;

    private static readonly string[] Undecided = ["open", "asked"];

    private static readonly Parameter Withdrawn = new("withdrawn", ParameterKind.Text, "Study that was just withdrawn.", "zarate-2006");

    /// <summary>Answers the page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator
            || await ReadRequest.ReadQueryAsync(http, database, [Withdrawn, ReadRequest.RevisionParameter]) is not { } values)
            return;
        var (newest, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
        var model = await database.ReadAsync((connection, cancel) => FindAsync(connection, newest, cancel), http.RequestAborted);
        await FormAnswer.SendAsync<StartPage, StartModel>(http, model with { Withdrawn = values.Text("withdrawn") }, curator);
    }

    private static async Task<StartModel> FindAsync(NpgsqlConnection connection, long newest, CancellationToken cancel)
    {
        var undecided = await ListQuery.Of(ListCorrections.List, QueryValues.None.With("status", Undecided), newest).ReadPageAsync(connection, Shown, cancel);
        var latest = await ListQuery.Of(ListRevisions.List, QueryValues.None, newest).ReadPageAsync(connection, Shown, cancel);
        var studies = await connection.QueryAsync<StudyChoice>(new CommandDefinition(SelectStudies, cancellationToken: cancel));
        return new StartModel(undecided.Read<Correction>(), undecided.Total, latest.Read<Revision>(), [.. studies], null);
    }
}
