using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;
using Npgsql;

namespace Evidence.Store.Analyses;

/// <summary>Reads the effects that an analysis chooses from, with the warnings of their studies, in one round trip.</summary>
public static class EffectSelection
{
    /// <summary>Reads the rows of a request; fails if there are none or too many.</summary>
    public static async Task<Result<SelectedEffects>> ReadAsync(EvidenceDatabase database, PoolRequest request, long revision, CancellationToken cancel)
    {
        var selected = await database.ReadAsync((connection, token) => ReadAsync(connection, request.Selection, revision, token), cancel);
        if (selected.Rows.Count > Pool.MaxRows)
            return new Error(ErrorKind.CannotBePooled, $"The filters leave more than {Pool.MaxRows} effects; narrow them.");
        return selected.Rows.Count > 0 ? selected : await ExplainEmptyAsync(database, request, revision, cancel);
    }

    /// <summary>Reads the rows of a selection as of a revision.</summary>
    public static async Task<SelectedEffects> ReadAsync(NpgsqlConnection connection, QueryValues selection, long revision, CancellationToken cancel) =>
        (await ReadAllAsync(connection, [selection], revision, cancel))[0];

    /// <summary>Reads the rows of several selections as of a revision, in their order, in one round trip.</summary>
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
        var sql = $"select e.row\n{Grain.Effect.FromWhere(selection)}\norder by s.study_id collate \"C\", e.ordinal\nlimit {Pool.MaxRows + 1}";
        var command = new NpgsqlBatchCommand(sql);
        SelectionParameters.Add(command.Parameters, Grain.Effect, selection, revision);
        return command;
    }

    /// <summary>Distinguishes a measure that does not fit the outcomes from filters that leave none.</summary>
    private static async Task<Error> ExplainEmptyAsync(EvidenceDatabase database, PoolRequest request, long revision, CancellationToken cancel)
    {
        var question = request.Question;
        var others = PoolQuestion.GetOtherMeasures(question.Rules.Measure);
        var ofOtherType = await database.ReadAsync(
            (connection, token) => ReadAsync(connection, request.Selection.With("measure", new[] { others[0] }), revision, token), cancel);
        if (ofOtherType.Rows.Count == 0)
            return new Error(ErrorKind.CannotBePooled, "No contrast of two arms meets the filters.");
        var what = Measures.IsOfEvents(question.Rules.Measure) ? "means, and the measure needs events" : "events, and the measure needs means";
        return new Error(
            ErrorKind.InvalidParameter,
            new ErrorDetail("measure", $"'{question.Rules.Measure.ToTerm()}' does not fit: of {question.Domain}, what meets the filters is given as {what}.", others));
    }
}
