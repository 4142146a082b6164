using Evidence.Catalogue;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.Network;

/// <summary>Treatments compared with each other through everything that connects them.</summary>
public sealed record NetworkResult
{
    /// <summary>The question as it was answered; the interval of a network is on the normal distribution.</summary>
    public required PoolSettings Settings { get; init; }

    /// <summary>What counts as one treatment.</summary>
    /// <example>intervention</example>
    [Vocabulary("network-node")]
    public required string Node { get; init; }

    /// <summary>Number of studies in the network.</summary>
    /// <example>14</example>
    public required int Studies { get; init; }

    /// <summary>The treatments, the best by P-score first.</summary>
    public required IReadOnlyList<NetworkTreatment> Treatments { get; init; }

    /// <summary>The comparisons that studies make themselves.</summary>
    public required IReadOnlyList<NetworkEdge> Edges { get; init; }

    /// <summary>The league table: each treatment against each other one, from direct and indirect evidence together.</summary>
    public required IReadOnlyList<LeagueRow> League { get; init; }

    /// <summary>τ², the same for all comparisons; absent where nothing is left over to estimate it from, and in the common-effect model.</summary>
    /// <example>0.03</example>
    public double? TauSquared { get; init; }

    /// <summary>Q of the whole network.</summary>
    public HeterogeneityTest? Total { get; init; }

    /// <summary>Q within designs: heterogeneity; absent where no two studies have one design.</summary>
    public HeterogeneityTest? WithinDesigns { get; init; }

    /// <summary>Q between designs: inconsistency; absent where the network has no loop.</summary>
    public HeterogeneityTest? BetweenDesigns { get; init; }

    /// <summary>The effects that the network is made of, by study; a weight is no part of a network.</summary>
    public required IReadOnlyList<NetworkRow> Rows { get; init; }

    /// <summary>Every study and effect left out, merged, changed or chosen, with its reason, by study.</summary>
    public required IReadOnlyList<PoolingDecision> Decisions { get; init; }

    /// <summary>The methods, each with the work to cite.</summary>
    public required IReadOnlyList<MethodCitation> Methods { get; init; }

    /// <summary>Notes that a reader of the result has to know.</summary>
    /// <example>["The network has no loop, so that inconsistency cannot show."]</example>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Studies of the whole selection, pooled or left out, with a report that is retracted or under an expression of concern; absent where there is none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }
}

/// <summary>A treatment of the network.</summary>
public sealed record NetworkTreatment
{
    /// <summary>The treatment, an intervention or one with its route.</summary>
    /// <example>esketamine</example>
    public required string Treatment { get; init; }

    /// <summary>Number of studies that gave it.</summary>
    /// <example>8</example>
    public required int Studies { get; init; }

    /// <summary>People who received it, as far as numbers are reported.</summary>
    /// <example>1200</example>
    public required int People { get; init; }

    /// <summary>P-score from 0 to 1: how certain it is, on average over the others, that it is the better one.</summary>
    /// <example>0.81</example>
    public required double PScore { get; init; }
}

/// <summary>A comparison that studies make themselves.</summary>
public sealed record NetworkEdge
{
    /// <summary>The treatment that comes first by name.</summary>
    /// <example>esketamine</example>
    public required string Treatment { get; init; }

    /// <summary>The treatment that it is compared with.</summary>
    /// <example>placebo</example>
    public required string Comparator { get; init; }

    /// <summary>Number of studies that compare the two.</summary>
    /// <example>7</example>
    public required int Studies { get; init; }
}

/// <summary>A treatment against another.</summary>
public sealed record LeagueRow
{
    /// <summary>The treatment, an intervention or one with its route.</summary>
    /// <example>esketamine</example>
    public required string Treatment { get; init; }

    /// <summary>What it is compared with.</summary>
    /// <example>midazolam</example>
    public required string Comparator { get; init; }

    /// <summary>The effect of the treatment less that of the comparator; of a ratio its logarithm.</summary>
    /// <example>-0.1</example>
    public required double Estimate { get; init; }

    /// <summary>Standard error of the estimate.</summary>
    /// <example>0.2</example>
    public required double StandardError { get; init; }

    /// <summary>Lower limit of its confidence interval.</summary>
    /// <example>-0.5</example>
    public required double CiLow { get; init; }

    /// <summary>Upper limit of its confidence interval.</summary>
    /// <example>0.3</example>
    public required double CiHigh { get; init; }

    /// <summary>Two-sided p value of the test.</summary>
    /// <example>0.6</example>
    public required double P { get; init; }

    /// <summary>The same as the ratio itself; absent where the effect is no logarithm.</summary>
    public RatioEstimate? Ratio { get; init; }

    /// <summary>Number of studies that compare the two themselves; where it is 0, all evidence is indirect.</summary>
    /// <example>0</example>
    public required int DirectStudies { get; init; }
}

/// <summary>A test of whether effects differ beyond chance.</summary>
public sealed record HeterogeneityTest
{
    /// <summary>Q, the weighted sum of squared deviations.</summary>
    /// <example>14.2</example>
    public required double Q { get; init; }

    /// <summary>Degrees of freedom of Q.</summary>
    /// <example>8</example>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>p value of Q.</summary>
    /// <example>0.08</example>
    public required double P { get; init; }

    /// <summary>Creates the test from that of Evidence.Statistics, or returns null if there is none.</summary>
    public static HeterogeneityTest? FromTest(Statistics.SignificanceTest? test) => test is null ? null : new HeterogeneityTest
    {
        Q = test.Statistic,
        DegreesOfFreedom = test.DegreesOfFreedom!.Value,
        P = test.PValue,
    };
}

/// <summary>An effect of one treatment against another within a study.</summary>
public sealed record NetworkRow
{
    /// <summary>Identifier of the study.</summary>
    /// <example>chen-2023</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Chen 2023</example>
    public required string Label { get; init; }

    /// <summary>The treatment, an intervention or one with its route.</summary>
    /// <example>esketamine</example>
    public required string Treatment { get; init; }

    /// <summary>What it is compared with.</summary>
    /// <example>placebo</example>
    public required string Comparator { get; init; }

    /// <summary>Identifiers of the outcomes that the figures are of.</summary>
    /// <example>["madrs-24h"]</example>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Instrument of measurement; absent for plain events.</summary>
    /// <example>madrs</example>
    [Vocabulary("instrument")]
    public string? Instrument { get; init; }

    /// <summary>Hours from the first dose to the measurement.</summary>
    /// <example>24</example>
    public required decimal TimeHours { get; init; }

    /// <summary>The effect; of a ratio its logarithm.</summary>
    /// <example>-0.43</example>
    public required double Yi { get; init; }

    /// <summary>Sampling variance of <c>yi</c>.</summary>
    /// <example>0.0165</example>
    public required double Vi { get; init; }

    /// <summary>People who received the treatment, where it is reported.</summary>
    /// <example>123</example>
    public double? N1i { get; init; }

    /// <summary>People who received the comparator, where it is reported.</summary>
    /// <example>125</example>
    public double? N2i { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent while not all were checked and none was corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Where the figures were read.</summary>
    /// <example>https://clinicaltrials.gov/study/NCT03434041</example>
    public required string SourceUrl { get; init; }
}
