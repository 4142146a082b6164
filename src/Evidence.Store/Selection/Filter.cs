
namespace Evidence.Store.Selection;

/// <summary>Specifies what a filter is about. Filters about the same thing must hold together, on one arm or on one outcome.</summary>
public enum Scope
{
    /// <summary>It is about the study: alias <c>s</c>.</summary>
    Study,

    /// <summary>It is about an arm: alias <c>a</c>.</summary>
    Arm,

    /// <summary>It is about the arm that is compared with: alias <c>c</c>.</summary>
    Comparator,

    /// <summary>It is about the topic of an outcome: alias <c>o</c>.</summary>
    Outcome,

    /// <summary>It is about how and when an outcome, or an onset, was measured: alias <c>o</c>.</summary>
    Measurement,

    /// <summary>It is about an onset: alias <c>n</c>.</summary>
    Onset,
}

/// <summary>Represents a filter: the parameter, what it is about, and its constant piece of SQL.</summary>
/// <param name="Parameter">How it is asked for.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Condition">SQL over the scope's alias; <c>@value</c> stands for the value.</param>
/// <param name="Column">The column whose terms are counted as a facet; null if the filter has no terms.</param>
public sealed record Filter(Parameter Parameter, Scope Scope, string Condition, string? Column = null)
{
    /// <summary>Gets the condition with the parameter's own name.</summary>
    public string Sql { get; } = Condition.Replace("@value", "@" + Parameter.Name, StringComparison.Ordinal);

    /// <summary>Gets the name of the parameter that excludes what this filter's terms would select; null if there is none.</summary>
    public string? ExcludeName { get; } =
        Parameter.IsList ? "exclude" + char.ToUpperInvariant(Parameter.Name[0]) + Parameter.Name[1..] : null;

    /// <summary>Gets the condition over the excluding parameter.</summary>
    public string ExcludeSql { get; } =
        Condition.Replace("@value", "@exclude" + char.ToUpperInvariant(Parameter.Name[0]) + Parameter.Name[1..], StringComparison.Ordinal);

    /// <summary>Gets whether a row may hold several of the terms.</summary>
    public bool IsArray => Condition.Contains("&&", StringComparison.Ordinal);
}
