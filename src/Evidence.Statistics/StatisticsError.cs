namespace Evidence.Statistics;

/// <summary>Says why a method has no result for these data.</summary>
/// <param name="Kind">The reason, from a closed list.</param>
/// <param name="Message">One sentence: what was found, and what was expected.</param>
public sealed record StatisticsError(StatisticsErrorKind Kind, string Message);

/// <summary>Lists all reasons for which a method has no result.</summary>
public enum StatisticsErrorKind
{
    /// <summary>The list of effects, tables or arms is empty.</summary>
    NoEffects,

    /// <summary>Fewer effects were given than the method needs.</summary>
    TooFewEffects,

    /// <summary>A number is infinite or not a number, a variance is negative, a count is out of its range.</summary>
    InvalidInput,

    /// <summary>A variance or standard deviation of zero gives an infinite weight.</summary>
    ZeroVariance,

    /// <summary>The variances differ by more than the digits of a number.</summary>
    VariancesTooUnequal,

    /// <summary>A zero cell makes the measure infinite under the rule that was chosen.</summary>
    ZeroCell,

    /// <summary>Nobody or everybody in both arms has the event: the table has no information about the measure.</summary>
    NoInformation,

    /// <summary>A logarithm needs a number above zero, and the number is not.</summary>
    NotPositive,

    /// <summary>The effects are all equal, so a standard error estimated from their scatter is zero.</summary>
    NoScatter,

    /// <summary>A moderator does not vary, or is a combination of the others.</summary>
    MatrixNotOfFullRank,

    /// <summary>The iteration found no solution.</summary>
    NotConverged,

    /// <summary>Some treatments are not connected with the others by any comparison.</summary>
    NetworkNotConnected,
}
