using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>What a line of a forest plot is about.</summary>
internal abstract record ForestLine
{
    /// <summary>The head of a group of studies.</summary>
    public sealed record GroupHead(string Name) : ForestLine;

    /// <summary>A line with one study.</summary>
    public sealed record StudyLine(PoolRow Row) : ForestLine;

    /// <summary>The studies of a group pooled.</summary>
    public sealed record GroupPool(SubgroupPool Group, IReadOnlyList<PoolRow> Rows) : ForestLine;

    /// <summary>A line with all studies pooled.</summary>
    public sealed record Overall(MetaAnalysisResult Result) : ForestLine;

    /// <summary>Where the effect of a further study is expected.</summary>
    public sealed record Prediction(PooledEstimate Pooled) : ForestLine;

    /// <summary>Creates the lines of a result, from the top.</summary>
    public static IReadOnlyList<ForestLine> CreateAll(MetaAnalysisResult result)
    {
        IEnumerable<ForestLine> studies = result.Subgroups is { } subgroups
            ? subgroups.Groups.SelectMany(group => CreateGroup(result, subgroups.Factor, group))
            : result.Rows.Select(row => new StudyLine(row));
        IEnumerable<ForestLine> prediction = result.Estimate is { PredictionLow: not null, PredictionHigh: not null } ? [new Prediction(result.Estimate)] : [];
        return [.. studies, new Overall(result), .. prediction];
    }

    private static IEnumerable<ForestLine> CreateGroup(MetaAnalysisResult result, string factor, SubgroupPool group)
    {
        var rows = result.Rows.Where(row => row.Group == group.Group).ToList();
        return [new GroupHead(PlotTerms.Group(factor, group.Group)), .. rows.Select(row => new StudyLine(row)), new GroupPool(group, rows)];
    }
}
