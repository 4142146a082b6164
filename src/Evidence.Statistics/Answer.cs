using System.Diagnostics.CodeAnalysis;

namespace Evidence.Statistics;

/// <summary>
/// What a method gives back: a value, or the named reason why these data have none. Data never cause an exception.
/// </summary>
public sealed record Answer<T> where T : class
{
    private Answer(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>The value, where there is one.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAnswered => Value is not null;

    /// <summary>Goes on with the value; a refusal is passed on as it is.</summary>
    public Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) where TNext : class =>
        IsAnswered ? next(Value) : Refusal;

    /// <summary>Goes on with the value by a step that cannot be refused.</summary>
    public Answer<TNext> Select<TNext>(Func<T, TNext> next) where TNext : class =>
        IsAnswered ? next(Value) : Refusal;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);
}

/// <summary>Answers about many things at once.</summary>
public static class Answers
{
    /// <summary>All values in their order, or the first refusal.</summary>
    public static Answer<IReadOnlyList<T>> All<T>(IEnumerable<Answer<T>> answers) where T : class
    {
        var values = new List<T>();
        foreach (var answer in answers)
        {
            if (!answer.IsAnswered)
                return answer.Refusal;
            values.Add(answer.Value);
        }

        return values;
    }
}
