using System.Diagnostics.CodeAnalysis;

namespace Evidence.Catalogue;

/// <summary>Holds what an operation returns: its value, or the error that says why there is none.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    /// <summary>Whether the operation has a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value; null if there is an error.</summary>
    public T? Value { get; }

    /// <summary>The error; null if there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Wraps a value; for a type that is an interface, use <see cref="Result.Success{T}(T)"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    internal static Result<T> FromValue(T value) => new(value, null);

    /// <summary>Wraps an error, without a value.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>Converts the value; an error is passed on.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> convert) => IsSuccess ? Result.Success(convert(Value)) : Error;

    /// <summary>Calls the next operation, which may fail itself, with the value; an error is passed on.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => IsSuccess ? next(Value) : Error;

    /// <summary>Calls the next operation, which is asynchronous and may fail itself, with the value; an error is passed on.</summary>
    public async Task<Result<TNext>> ThenAsync<TNext>(Func<T, Task<Result<TNext>>> next) => IsSuccess ? await next(Value) : Error;
}

/// <summary>Creates results whose type the compiler can infer.</summary>
public static class Result
{
    /// <summary>Wraps a value, of an interface type too.</summary>
    public static Result<T> Success<T>(T value) => Result<T>.FromValue(value);
}
