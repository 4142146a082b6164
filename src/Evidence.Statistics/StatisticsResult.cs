using System.Diagnostics.CodeAnalysis;

namespace Evidence.Statistics;

/// <summary>
/// Holds what a method returns: a value, or the reason why these data have none. Data never cause an exception.
/// </summary>
public sealed record StatisticsResult<T> where T : class
{
    private StatisticsResult(T? value, StatisticsError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value is null if there is an error.</summary>
    public T? Value { get; }

    /// <summary>The error says why there is no value, and is null if there is one.</summary>
    public StatisticsError? Error { get; }

    /// <summary>True if there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Value is not null;

    /// <summary>Continues with the value; an error is passed on as it is.</summary>
    public StatisticsResult<TNext> Then<TNext>(Func<T, StatisticsResult<TNext>> next) where TNext : class =>
        IsSuccess ? next(Value) : Error;

    /// <summary>Continues with the value by a step that cannot fail.</summary>
    public StatisticsResult<TNext> Select<TNext>(Func<T, TNext> next) where TNext : class =>
        IsSuccess ? next(Value) : Error;

    public static implicit operator StatisticsResult<T>(T value) => new(value, null);

    public static implicit operator StatisticsResult<T>(StatisticsError error) => new(null, error);
}

/// <summary>Combines the results of several computations.</summary>
public static class StatisticsResults
{
    /// <summary>Returns all values in their order, or the first error.</summary>
    public static StatisticsResult<IReadOnlyList<T>> Combine<T>(IEnumerable<StatisticsResult<T>> results) where T : class
    {
        var values = new List<T>();
        foreach (var result in results)
        {
            if (!result.IsSuccess)
                return result.Error;
            values.Add(result.Value);
        }

        return values;
    }
}
