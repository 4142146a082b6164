using Evidence.Api.Effects;
using Evidence.Api.Hosting.Http;
using Evidence.Statistics.Pooling;

namespace Evidence.Api.MetaAnalysis.Comparison;

/// <summary>A question put to the rows of one revision: the pool, and its answer or the reason why there is none.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Pool">What was chosen.</param>
/// <param name="Fit">The pooled effect; nothing where there is none.</param>
/// <param name="Fault">Why there is none.</param>
public sealed record PooledSide(long Revision, Pool Pool, PooledEffect? Fit, Problem? Fault)
{
    /// <summary>Pools the rows.</summary>
    public static PooledSide Of(long revision, IReadOnlyList<EffectRow> rows, PoolQuestion question)
    {
        if (rows.Count is 0 or > PoolSelection.MostRows)
        {
            var reason = rows.Count == 0 ? "No contrast of two arms meets the filters." : $"The filters leave more than {PoolSelection.MostRows} effects; narrow them.";
            return new PooledSide(revision, new Pool(question, [], []), null, ProblemTypes.CannotBePooled.With(reason));
        }

        var pool = Pool.Of(rows, question);
        if (pool.Fault(rows) is { } fault)
            return new PooledSide(revision, pool, null, fault);
        var fit = pool.Fit(pool.Effects);
        return new PooledSide(revision, pool, fit.Value, fit.IsAnswered ? null : ProblemTypes.CannotBePooled.With(fit.Refusal.Detail));
    }

    /// <summary>The side as it is sent.</summary>
    public PoolSide Answer => new()
    {
        Revision = Revision,
        Studies = Pool.Studies,
        Effects = Pool.Effects.Count,
        People = Pool.People,
        Estimate = Fit is null ? null : PooledEstimate.Of(Fit, Measures.IsRatio(Pool.Question.Rules.Measure)),
        Heterogeneity = Fit is null ? null : PoolHeterogeneity.Of(Fit),
        NotPooled = Fault?.Detail,
    };
}
