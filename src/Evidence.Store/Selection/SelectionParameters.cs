using Npgsql;
using NpgsqlTypes;

namespace Evidence.Store.Selection;

/// <summary>Converts the values of filters to typed parameters of a command.</summary>
public static class SelectionParameters
{
    /// <summary>Adds the revision and the value of every filter that was given.</summary>
    public static void Add(NpgsqlParameterCollection parameters, Grain grain, QueryValues values, long revision)
    {
        parameters.AddWithValue("revision", NpgsqlDbType.Bigint, revision);
        foreach (var parameter in grain.FromPath is { } path ? [.. grain.Parameters, path.Parameter] : grain.Parameters)
        {
            if (values.Has(parameter.Name))
                parameters.AddWithValue(parameter.Name, GetDbType(parameter.Kind), values.Value(parameter.Name));
        }
    }

    private static NpgsqlDbType GetDbType(ParameterKind kind) => kind switch
    {
        ParameterKind.Terms or ParameterKind.Words => NpgsqlDbType.Array | NpgsqlDbType.Text,
        ParameterKind.Text or ParameterKind.Term => NpgsqlDbType.Text,
        ParameterKind.WholeNumber => NpgsqlDbType.Bigint,
        ParameterKind.Number => NpgsqlDbType.Numeric,
        ParameterKind.Flag => NpgsqlDbType.Boolean,
        ParameterKind.RisingNumbers => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No filter takes rising numbers."),
    };
}
