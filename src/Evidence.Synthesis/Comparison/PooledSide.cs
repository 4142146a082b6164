using Evidence.Catalogue;
using Evidence.Statistics.Pooling;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.Comparison;

/// <summary>A question put to the rows of one revision: the pool, and its answer or the reason why there is none.</summary>
/// <param name="Revision">Number of the revision.</param>
/// <param name="Pool">What was chosen.</param>
/// <param name="Fit">The pooled effect; null if there is none.</param>
/// <param name="Error">Why there is none.</param>
public sealed record PooledSide(long Revision, Pool Pool, PooledEffect? Fit, Error? Error)
{
    /// <summary>Pools the rows of one revision.</summary>
    public static PooledSide Create(long revision, IReadOnlyList<EffectRow> rows, PoolQuestion question)
    {
        if (rows.Count is 0 or > Pool.MaxRows)
        {
            var reason = rows.Count == 0 ? "No contrast of two arms meets the filters." : $"The filters leave more than {Pool.MaxRows} effects; narrow them.";
            return new PooledSide(revision, new Pool(question, [], []), null, new Error(ErrorKind.CannotBePooled, reason));
        }

        var pool = Pool.Choose(rows, question);
        if (pool.Validate(rows) is { } error)
            return new PooledSide(revision, pool, null, error);
        var fit = pool.Fit(pool.Effects);
        return new PooledSide(revision, pool, fit.Value, fit.IsSuccess ? null : new Error(ErrorKind.CannotBePooled, fit.Error.Message));
    }

    /// <summary>Returns the side as it is reported.</summary>
    public PoolSide Describe() => new()
    {
        Revision = Revision,
        Studies = Pool.Studies,
        Effects = Pool.Effects.Count,
        People = Pool.People,
        Estimate = Fit is null ? null : PooledEstimate.FromPooled(Fit, Measures.IsRatio(Pool.Question.Rules.Measure)),
        Heterogeneity = Fit is null ? null : PoolHeterogeneity.FromPooled(Fit),
        NotPooled = Error?.Message,
    };
}
