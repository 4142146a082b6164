using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Api.MetaAnalysis.Comparison;
using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis;

/// <summary>GET /v1/meta-analysis/comparison: the selection pooled at two revisions, and which effects moved the answer.</summary>
public static class GetMetaAnalysisComparison
{
    private const string SelectWrites = """
        select c.record_id as study, c.revision, w.actor, w.reason, c.change
        from change c
        join revision w on w.number = c.revision
        where c.kind = 'study'
          and c.subject = 'record'
          and c.revision > @From
          and c.revision <= @To
          and c.record_id = any(@Studies)
        order by c.revision
        """;

    /// <summary>What it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. MetaAnalysisParameters.All.Where(parameter => parameter != ReadRequest.RevisionParameter && parameter.Name is not "subgroup" and not "moderator"),
        ReadRequest.FromParameter with { Minimum = 1, Example = "1", Required = true, Description = "The earlier revision." },
        ReadRequest.ToParameter with { Description = "The later revision; the newest where left out." },
    ];

    /// <summary>Answers the comparison.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        cache.SendAsync(
            http, database, Format.Json, Parameters, request => ComputeAsync(http, database, request), (_, comparison) => Task.FromResult(CatalogueJson.Write(comparison)));

    private static async Task<PoolComparison?> ComputeAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var (question, errors) = MetaAnalysisParameters.Read(request.Values);
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(errors));
            return null;
        }

        var (comparison, problem) = await FindAsync(http, database, question, request.Values.WholeNumber("from")!.Value, request.Revision);
        if (problem is not null)
            await Answer.ProblemAsync(http, problem);
        return comparison;
    }

    /// <summary>The comparison; or the problem where neither revision can be pooled. Retractions are warned of in the header.</summary>
    public static async Task<(PoolComparison? Comparison, Problem? Problem)> FindAsync(
        HttpContext http, EvidenceDatabase database, PoolQuestion question, long earlier, long later)
    {
        var from = await SideAsync(http, database, question, earlier);
        var to = await SideAsync(http, database, question, later);
        if (from.Fault is not { } before || to.Fault is not { } now)
            return (Compare(from, to, await WritesAsync(http, database, from, to)), null);
        return (null, now.Status == StatusCodes.Status400BadRequest
            ? now
            : ProblemTypes.CannotBePooled.With($"Revision {from.Revision}: {before.Detail} Revision {to.Revision}: {now.Detail}"));
    }

    private static PoolComparison Compare(PooledSide from, PooledSide to, ILookup<string, StudyWrite> writes)
    {
        var moved = EffectMoves.Of(from, to, writes);
        return new PoolComparison
        {
            Settings = PoolAnalysis.SettingsOf(to.Fit is null ? from.Pool : to.Pool),
            From = from.Answer,
            To = to.Answer,
            Difference = to.Fit?.Estimate - from.Fit?.Estimate,
            Moved = moved,
            DecisionsOnlyFrom = Only(from.Pool.Decisions, to.Pool.Decisions),
            DecisionsOnlyTo = Only(to.Pool.Decisions, from.Pool.Decisions),
            Remarks = EffectMoves.Remarks(from, to, moved.Count),
        };
    }

    private static async Task<PooledSide> SideAsync(HttpContext http, EvidenceDatabase database, PoolQuestion question, long revision)
    {
        var selected = await database.ReadAsync(
            (connection, cancel) => PoolSelection.ReadAsync(connection, question.Selection, revision, cancel), http.RequestAborted);
        EvidenceWarning.Send(http, selected.Warnings);
        return PooledSide.Of(revision, selected.Rows, question);
    }

    private static async Task<ILookup<string, StudyWrite>> WritesAsync(HttpContext http, EvidenceDatabase database, PooledSide from, PooledSide to)
    {
        var studies = from.Pool.Effects.Concat(to.Pool.Effects).Select(effect => effect.Lead.Study).Distinct().ToArray();
        var key = new { From = from.Revision, To = to.Revision, Studies = studies };
        var rows = await database.ReadAsync(
            (connection, cancel) => connection.QueryAsync<WriteRow>(new CommandDefinition(SelectWrites, key, cancellationToken: cancel)), http.RequestAborted);
        return rows.ToLookup(row => row.Study, row => new StudyWrite { Revision = row.Revision, Actor = row.Actor, Reason = row.Reason, Change = row.Change });
    }

    private static List<Decision> Only(IReadOnlyList<Decision> here, IReadOnlyList<Decision> there)
    {
        var others = there.ToHashSet();
        return [.. here.Where(decision => !others.Contains(decision))];
    }

    private sealed record WriteRow
    {
        public string Study { get; init; } = "";
        public long Revision { get; init; }
        public string Actor { get; init; } = "";
        public string Reason { get; init; } = "";
        public string Change { get; init; } = "";
    }
}
