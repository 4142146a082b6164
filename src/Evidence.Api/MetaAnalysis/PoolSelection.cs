using System.Text.Json;
using Evidence.Api.Effects;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.MetaAnalysis;

/// <summary>The rows of effects that a pool is chosen from, read in one round trip.</summary>
public static class PoolSelection
{
    /// <summary>Most rows that one pool is chosen from: the work of an answer is bounded.</summary>
    public const int MostRows = 20_000;

    /// <summary>The rows in the order of studies, outcomes, arms; nothing after a problem was sent instead.</summary>
    public static async Task<IReadOnlyList<EffectRow>?> ReadAsync(HttpContext http, EvidenceDatabase database, ReadRequest request, PoolQuestion question)
    {
        var rows = await database.ReadAsync(
            (connection, cancel) => ReadAsync(connection, question.Selection, request.Revision, cancel), http.RequestAborted);
        if (rows.Count > MostRows)
        {
            await Answer.ProblemAsync(http, ProblemTypes.CannotBePooled.With($"The filters leave more than {MostRows} effects; narrow them."));
            return null;
        }

        if (rows.Count > 0)
            return rows;
        await Answer.ProblemAsync(http, await NothingFoundAsync(http, database, request, question));
        return null;
    }

    /// <summary>The rows at a revision.</summary>
    public static async Task<IReadOnlyList<EffectRow>> ReadAsync(NpgsqlConnection connection, QueryValues selection, long revision, CancellationToken cancel)
    {
        var sql = $"select e.row\n{Grain.Effect.FromWhere(selection)}\norder by s.study_id collate \"C\", e.ordinal\nlimit {MostRows + 1}";
        await using var command = new NpgsqlCommand(sql, connection);
        SelectionParameters.Add(command.Parameters, Grain.Effect, selection, revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<EffectRow>();
        while (await reader.ReadAsync(cancel))
            rows.Add(JsonSerializer.Deserialize<EffectRow>(reader.GetFieldValue<byte[]>(0), CatalogueJson.Options)!);
        return rows;
    }

    /// <summary>Whether the measure does not fit the outcomes, or there are none.</summary>
    private static async Task<Problem> NothingFoundAsync(HttpContext http, EvidenceDatabase database, ReadRequest request, PoolQuestion question)
    {
        var others = PoolQuestion.OtherMeasures(question.Rules.Measure);
        var ofOtherType = await database.ReadAsync(
            (connection, cancel) => ReadAsync(connection, question.Selection.With("measure", new[] { others[0] }), request.Revision, cancel), http.RequestAborted);
        if (ofOtherType.Count == 0)
            return ProblemTypes.CannotBePooled.With("No contrast of two arms meets the filters.");
        var what = Measures.IsOfEvents(question.Rules.Measure) ? "means, and the measure needs events" : "events, and the measure needs means";
        var error = new ParameterError("measure", $"'{question.Rules.Measure}' does not fit: of {question.Domain}, what meets the filters is given as {what}.", others);
        return ProblemTypes.InvalidParameter.With(error);
    }
}
