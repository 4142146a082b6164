using System.Text.Json;
using Evidence.Api.Effects;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What a pool is chosen from.</summary>
/// <param name="Rows">The rows in the order of studies, outcomes, arms.</param>
/// <param name="Warnings">Studies among them with a report that is retracted or under an expression of concern.</param>
public sealed record SelectedEffects(IReadOnlyList<EffectRow> Rows, IReadOnlyList<RetractionWarning> Warnings);

/// <summary>The rows of effects that a pool is chosen from, with the warnings of their studies, read in one round trip.</summary>
public static class PoolSelection
{
    /// <summary>Most rows that one pool is chosen from: the work of an answer is bounded.</summary>
    public const int MostRows = 20_000;

    /// <summary>The rows, with the header that warns of their studies set; nothing after a problem was sent instead.</summary>
    public static async Task<SelectedEffects?> ReadAsync(HttpContext http, EvidenceDatabase database, ReadRequest request, PoolQuestion question)
    {
        var selected = await database.ReadAsync(
            (connection, cancel) => ReadAsync(connection, question.Selection, request.Revision, cancel), http.RequestAborted);
        if (selected.Rows.Count > MostRows)
        {
            await Answer.ProblemAsync(http, ProblemTypes.CannotBePooled.With($"The filters leave more than {MostRows} effects; narrow them."));
            return null;
        }

        EvidenceWarning.Send(http, selected.Warnings);
        if (selected.Rows.Count > 0)
            return selected;
        await Answer.ProblemAsync(http, await NothingFoundAsync(http, database, request, question));
        return null;
    }

    /// <summary>The rows at a revision.</summary>
    public static async Task<SelectedEffects> ReadAsync(NpgsqlConnection connection, QueryValues selection, long revision, CancellationToken cancel) =>
        (await ReadAllAsync(connection, [selection], revision, cancel))[0];

    /// <summary>The rows of several selections at a revision, in their order, in one round trip.</summary>
    public static async Task<IReadOnlyList<SelectedEffects>> ReadAllAsync(
        NpgsqlConnection connection, IReadOnlyList<QueryValues> selections, long revision, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var selection in selections)
        {
            batch.BatchCommands.Add(Command(selection, revision));
            batch.BatchCommands.Add(SelectionWarnings.Command(Grain.Effect, selection, revision));
        }

        var selected = new List<SelectedEffects>(selections.Count);
        if (selections.Count == 0)
            return selected;
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        do
        {
            var rows = new List<EffectRow>();
            while (await reader.ReadAsync(cancel))
                rows.Add(JsonSerializer.Deserialize<EffectRow>(reader.GetFieldValue<byte[]>(0), CatalogueJson.Options)!);
            await reader.NextResultAsync(cancel);
            selected.Add(new SelectedEffects(rows, await SelectionWarnings.ReadAsync(reader, cancel)));
        }
        while (await reader.NextResultAsync(cancel));
        return selected;
    }

    private static NpgsqlBatchCommand Command(QueryValues selection, long revision)
    {
        var sql = $"select e.row\n{Grain.Effect.FromWhere(selection)}\norder by s.study_id collate \"C\", e.ordinal\nlimit {MostRows + 1}";
        var command = new NpgsqlBatchCommand(sql);
        SelectionParameters.Add(command.Parameters, Grain.Effect, selection, revision);
        return command;
    }

    /// <summary>Whether the measure does not fit the outcomes, or there are none.</summary>
    private static async Task<Problem> NothingFoundAsync(HttpContext http, EvidenceDatabase database, ReadRequest request, PoolQuestion question)
    {
        var others = PoolQuestion.OtherMeasures(question.Rules.Measure);
        var ofOtherType = await database.ReadAsync(
            (connection, cancel) => ReadAsync(connection, question.Selection.With("measure", new[] { others[0] }), request.Revision, cancel), http.RequestAborted);
        if (ofOtherType.Rows.Count == 0)
            return ProblemTypes.CannotBePooled.With("No contrast of two arms meets the filters.");
        var what = Measures.IsOfEvents(question.Rules.Measure) ? "means, and the measure needs events" : "events, and the measure needs means";
        var error = new ParameterError("measure", $"'{question.Rules.Measure}' does not fit: of {question.Domain}, what meets the filters is given as {what}.", others);
        return ProblemTypes.InvalidParameter.With(error);
    }
}
