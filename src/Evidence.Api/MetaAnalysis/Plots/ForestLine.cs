namespace Evidence.Api.MetaAnalysis.Plots;

/// <summary>What a line of a forest plot is about.</summary>
internal abstract record ForestLine
{
    /// <summary>The head of a group of studies.</summary>
    public sealed record GroupHead(string Name) : ForestLine;

    /// <summary>A study.</summary>
    public sealed record Study(PoolRow Row) : ForestLine;

    /// <summary>The studies of a group pooled.</summary>
    public sealed record GroupPool(SubgroupPool Group, IReadOnlyList<PoolRow> Rows) : ForestLine;

    /// <summary>All studies pooled.</summary>
    public sealed record Overall(MetaAnalysisResult Result) : ForestLine;

    /// <summary>Where the effect of a further study is expected.</summary>
    public sealed record Prediction(PooledEstimate Pooled) : ForestLine;

    /// <summary>The lines of an answer, from the top.</summary>
    public static IReadOnlyList<ForestLine> Of(MetaAnalysisResult result)
    {
        IEnumerable<ForestLine> studies = result.Subgroups is { } subgroups
            ? subgroups.Groups.SelectMany(group => OfGroup(result, subgroups.Factor, group))
            : result.Rows.Select(row => new Study(row));
        IEnumerable<ForestLine> prediction = result.Estimate is { PredictionLow: not null, PredictionHigh: not null } ? [new Prediction(result.Estimate)] : [];
        return [.. studies, new Overall(result), .. prediction];
    }

    private static IEnumerable<ForestLine> OfGroup(MetaAnalysisResult result, string factor, SubgroupPool group)
    {
        var rows = result.Rows.Where(row => row.Group == group.Group).ToList();
        return [new GroupHead(PlotTerms.Group(factor, group.Group)), .. rows.Select(row => new Study(row)), new GroupPool(group, rows)];
    }
}
