using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Evidence.Synthesis.Effects;

namespace Evidence.Store.Analyses;

/// <summary>An analysis of a selection of effects: what it takes, how its question is parsed, and what is computed from the rows.</summary>
/// <typeparam name="TResult">What the analysis returns.</typeparam>
/// <param name="Parameters">Every query parameter that it takes.</param>
/// <param name="Parse">Parses the question from checked values.</param>
/// <param name="Compute">Computes the result from the selected rows.</param>
public sealed record Analysis<TResult>(
    IReadOnlyList<Parameter> Parameters, Func<QueryValues, Result<PoolRequest>> Parse, Func<PoolRequest, SelectedEffects, Result<TResult>> Compute)
{
    /// <summary>Reads the rows as of a revision and analyzes them.</summary>
    public async Task<Result<TResult>> RunAsync(EvidenceDatabase database, QueryValues values, long revision, CancellationToken cancel)
    {
        var request = Parse(values);
        if (!request.IsSuccess)
            return request.Error;
        var selected = await EffectSelection.ReadAsync(database, request.Value, revision, cancel);
        return selected.Then(rows => Compute(request.Value, rows));
    }
}
