using Evidence.Catalogue;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>The effects explained by moderators, in the model of the pool.</summary>
public sealed record RegressionAnalysis
{
    /// <summary>Number of effects; studies of which a moderator is not known are left out by a decision.</summary>
    /// <example>8</example>
    public required int Effects { get; init; }

    /// <summary>The coefficients, the intercept first.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>Statistic of the test of all moderators together: F where there are denominator degrees of freedom, else chi-squared.</summary>
    /// <example>1.9</example>
    public required double Statistic { get; init; }

    /// <summary>Degrees of freedom of that test: the number of moderators.</summary>
    /// <example>1</example>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Denominator degrees of freedom of that test.</summary>
    /// <example>6</example>
    public double? DenominatorDegreesOfFreedom { get; init; }

    /// <summary>p value of that test.</summary>
    /// <example>0.22</example>
    public required double P { get; init; }

    /// <summary>τ² that the moderators leave unexplained.</summary>
    /// <example>0.02</example>
    public double? TauSquared { get; init; }

    /// <summary>Share of τ² that the moderators explain, in percent; absent where there was none to explain.</summary>
    /// <example>35</example>
    public double? ExplainedPercent { get; init; }
}

/// <summary>A coefficient of a regression.</summary>
public sealed record RegressionCoefficient
{
    /// <summary>The moderator; absent of the intercept.</summary>
    /// <example>year</example>
    [Vocabulary("moderator")]
    public string? Moderator { get; init; }

    /// <summary>Change of the effect with one unit of the moderator; of the intercept the effect where all are zero.</summary>
    /// <example>0.02</example>
    public required double Estimate { get; init; }

    /// <summary>Standard error of the estimate.</summary>
    /// <example>0.014</example>
    public required double StandardError { get; init; }

    /// <summary>Lower limit of its confidence interval.</summary>
    /// <example>-0.013</example>
    public required double CiLow { get; init; }

    /// <summary>Upper limit of its confidence interval.</summary>
    /// <example>0.053</example>
    public required double CiHigh { get; init; }

    /// <summary>Two-sided p value of the test.</summary>
    /// <example>0.22</example>
    public required double P { get; init; }
}
