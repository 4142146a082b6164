namespace Evidence.Statistics;

/// <summary>Why a method has no answer for these data.</summary>
/// <param name="Reason">The reason, from a closed list.</param>
/// <param name="Detail">One sentence: what was found, and what was expected.</param>
public sealed record Refusal(RefusalReason Reason, string Detail);

/// <summary>The closed list of reasons for which a method has no answer.</summary>
public enum RefusalReason
{
    /// <summary>Nothing was given.</summary>
    NoEffects,

    /// <summary>Fewer effects were given than the method needs.</summary>
    TooFewEffects,

    /// <summary>A number is infinite or not a number, a variance is negative, a count is out of its range.</summary>
    InvalidInput,

    /// <summary>A variance or standard deviation of zero gives an infinite weight.</summary>
    ZeroVariance,

    /// <summary>The variances differ by more than the digits of a number.</summary>
    VariancesTooUnequal,

    /// <summary>A zero cell makes the measure infinite under the rule that was asked for.</summary>
    ZeroCell,

    /// <summary>Neither arm, or everyone in both arms, has the event: the table says nothing about the measure.</summary>
    NoInformation,

    /// <summary>A logarithm is asked for of a number that is not above zero.</summary>
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
