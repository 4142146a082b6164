using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Evidence.Synthesis.Comparison;

namespace Evidence.Store.Analyses;

/// <summary>The selection pooled at two revisions, and which effects moved the result.</summary>
public static class PoolComparisonDefinition
{
    private const string SelectChanges = """
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

    /// <summary>Every query parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. MetaAnalysisDefinition.Parameters.Where(parameter => parameter != RevisionParameters.Revision && parameter.Name is not "subgroup" and not "moderator"),
        RevisionParameters.From with { Minimum = 1, Example = "1", Required = true, Description = "The earlier revision." },
        RevisionParameters.To with { Description = "The later revision; the newest if absent." },
    ];

    /// <summary>Compares the pools of two revisions; fails if neither can be pooled.</summary>
    public static async Task<Result<ComparedPools>> RunAsync(EvidenceDatabase database, QueryValues values, long earlier, long later, CancellationToken cancel)
    {
        var request = MetaAnalysisDefinition.Parse(values);
        if (!request.IsSuccess)
            return request.Error;
        var from = await ReadSideAsync(database, request.Value, earlier, cancel);
        var to = await ReadSideAsync(database, request.Value, later, cancel);
        if (from.Side.Error is { } before && to.Side.Error is { } now)
        {
            return now.Kind == ErrorKind.InvalidParameter
                ? now
                : new Error(ErrorKind.CannotBePooled, $"Revision {earlier}: {before.Message} Revision {later}: {now.Message}");
        }

        var changes = await ReadChangesAsync(database, from.Side, to.Side, cancel);
        return new ComparedPools(PoolComparison.Compare(from.Side, to.Side, changes), [.. from.Warnings, .. to.Warnings]);
    }

    private static async Task<(PooledSide Side, IReadOnlyList<RetractionWarning> Warnings)> ReadSideAsync(
        EvidenceDatabase database, PoolRequest request, long revision, CancellationToken cancel)
    {
        var selected = await database.ReadAsync((connection, token) => EffectSelection.ReadAsync(connection, request.Selection, revision, token), cancel);
        return (PooledSide.Create(revision, selected.Rows, request.Question), selected.Warnings);
    }

    private static async Task<ILookup<string, StudyChange>> ReadChangesAsync(EvidenceDatabase database, PooledSide from, PooledSide to, CancellationToken cancel)
    {
        var studies = from.Pool.Effects.Concat(to.Pool.Effects).Select(effect => effect.Lead.Study).Distinct().ToArray();
        var key = new { From = from.Revision, To = to.Revision, Studies = studies };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<StudyChangeRow>(new CommandDefinition(SelectChanges, key, cancellationToken: token)), cancel);
        return rows.ToLookup(row => row.Study, row => new StudyChange { Revision = row.Revision, Actor = row.Actor, Reason = row.Reason, Change = row.Change });
    }

    private sealed record StudyChangeRow
    {
        public string Study { get; init; } = "";
        public long Revision { get; init; }
        public string Actor { get; init; } = "";
        public string Reason { get; init; } = "";
        public string Change { get; init; } = "";
    }
}

/// <summary>A comparison with the retraction warnings of the studies of both revisions.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Warnings">The warnings.</param>
public sealed record ComparedPools(PoolComparison Comparison, IReadOnlyList<RetractionWarning> Warnings);
