using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.Tests.MetaAnalysis;

/// <summary>Answers made by hand, for what the catalogue does not have.</summary>
internal static class PlotCases
{
    /// <summary>Eighty characters that are not to become elements.</summary>
    public static string Markup { get; } = "<script>alert(\"x\")</script> & 'more' ".PadRight(79, 'W') + "\u0001";

    /// <summary>Something of everything that is hard to draw.</summary>
    public static IReadOnlyDictionary<string, MetaAnalysisResult> All { get; } = new Dictionary<string, MetaAnalysisResult>
    {
        ["two studies of a difference"] = Of("md", "negative", Row("a", -3, 1, 60), Row("b", -1, 2, 40)),
        ["two studies whose ratio has no upper limit"] = WithoutUpperLimit(),
        ["sixty studies"] = Of("smd", "negative", [.. Enumerable.Range(1, 60).Select(at => Row($"s{at}", -0.4 + (0.1 * Math.Sin(at)), 0.02 + (0.001 * at), 100d / 60))]),
        ["a label that is markup"] = Of("rr", "positive", Row("a", 0.4, 0.1, 50) with { Label = Markup }, Row("b", 0.7, 0.1, 50)),
        ["a tiny study far away"] = Of("or", "positive", Row("large", 0.2, 0.01, 99.9), Row("tiny", 6, 9, 0.1)),
        ["groups"] = Groups(),
        ["figures of both sides"] = Of("md", "negative", Figures(Row("a", -3, 1, 60)), Row("b", -1, 2, 40), Figures(Row("c", -1e-9, 2, 0))),
        ["events, one of them turned"] = Of("rr", "negative", Events(Row("a", 1.2, 0.2, 60)), Events(Row("b", 0.4, 0.4, 40)) with { IsTurned = true, RiskOfBias = "high" }),
        ["effects so small that decimals count"] = Of("rd", "positive", Row("a", 0.0004, 1e-8, 50), Row("b", 0.0006, 1e-8, 50)),
        ["effects that fill one point"] = Of("smd", "positive", Row("a", 0, 1e-12, 50), Row("b", 0, 1e-12, 50)),
        ["a filled funnel"] = Filled(),
    };

    /// <summary>The layouts that plots have.</summary>
    public static IReadOnlyList<string> Layouts { get; } = ["wide", "narrow"];

    /// <summary>Every answer in each layout.</summary>
    public static TheoryData<string, string> InEachLayout()
    {
        var data = new TheoryData<string, string>();
        foreach (var (answer, layout) in All.Keys.SelectMany(_ => Layouts, (answer, layout) => (answer, layout)))
            data.Add(answer, layout);
        return data;
    }

    /// <summary>An answer of rows that says nothing beyond what a plot needs.</summary>
    public static MetaAnalysisResult Of(string measure, string benefit, params IReadOnlyList<PoolRow> rows)
    {
        var mean = rows.Sum(row => row.Yi * row.Weight) / rows.Sum(row => row.Weight);
        var error = Math.Sqrt(1 / rows.Sum(row => 1 / row.Vi));
        return new MetaAnalysisResult
        {
            Settings = new PoolSettings
            {
                Domain = "depression-severity",
                Measure = measure,
                Benefit = benefit,
                Model = "random",
                Tau2 = "reml",
                Interval = "hartung-knapp",
                Level = 95,
                Instruments = [],
                MultiArm = "combine",
                Crossover = "include",
                Retracted = "exclude",
            },
            Studies = rows.Count,
            Effects = rows.Count,
            People = (int)rows.Sum(row => row.N1i + row.N2i ?? 0),
            Estimate = Pooled(mean, mean - (2 * error), mean + (2 * error)) with { PredictionLow = mean - (3 * error), PredictionHigh = mean + (3 * error) },
            Heterogeneity = new PoolHeterogeneity { Q = 4.2, DegreesOfFreedom = rows.Count - 1, P = 0.04, ISquared = 76, HSquared = 4.2, TauSquared = 0.06 },
            Rows = rows,
            LeaveOneOut = [],
            Cumulative = [],
            Influence = [],
            SmallStudyEffects = new SmallStudyEffects { Notes = [] },
            Decisions = [],
            Methods = [],
            Notes = [],
        };
    }

    /// <summary>A study of ketamine against placebo of which only the effect is known.</summary>
    public static PoolRow Row(string study, double effect, double variance, double weight) => new()
    {
        Study = study,
        Label = study,
        Design = "randomized-parallel",
        Outcomes = ["madrs"],
        Metric = "endpoint",
        TimeHours = 24,
        TimeAnchor = "first-dose",
        Arms = ["ketamine"],
        Intervention = "ketamine",
        Route = "iv",
        Versus = ["placebo"],
        Comparator = "placebo",
        Yi = effect,
        Vi = variance,
        CiLow = effect - (1.96 * Math.Sqrt(variance)),
        CiHigh = effect + (1.96 * Math.Sqrt(variance)),
        Weight = weight,
        Basis = "contrast",
        IsTurned = false,
        SourceCitation = "A source",
        SourceUrl = "https://example.org/source",
        SourceLocator = "Table 1",
    };

    private static PooledEstimate Pooled(double estimate, double low, double high) => new()
    {
        Estimate = estimate,
        StandardError = (high - low) / 4,
        CiLow = low,
        CiHigh = high,
        Statistic = 2.1,
        DegreesOfFreedom = 1,
        P = 0.04,
    };

    private static PoolRow Figures(PoolRow row) => row with { N1i = 34, M1i = 17.5, Sd1i = 12.2, N2i = 29.5, M2i = 16.2, Sd2i = 0.04 };

    private static PoolRow Events(PoolRow row) => row with { N1i = 34, Ai = 0, Bi = 34, N2i = 29, Ci = 3, Di = 26 };

    /// <summary>Student's t with one degree of freedom, of effects that differ: e to the power of thousands is no number.</summary>
    private static MetaAnalysisResult WithoutUpperLimit()
    {
        var result = Of("rr", "positive", Row("a", -1, 0.1, 50), Row("b", 3, 0.1, 50));
        return result with
        {
            Estimate = Pooled(1, -2000, 2000) with { Ratio = new RatioEstimate { Estimate = Math.E, CiLow = 0 } },
            Heterogeneity = null,
        };
    }

    private static MetaAnalysisResult Groups()
    {
        var result = Of("md", "negative", Row("a", -3, 1, 30) with { Group = "iv" }, Row("b", -2, 1, 30) with { Group = "intranasal" }, Row("c", -4, 1, 40) with { Group = "iv" });
        SubgroupPool Group(string name, int effects, double estimate) => new()
        {
            Group = name,
            Effects = effects,
            Estimate = Pooled(estimate, estimate - 40, estimate + 2),
            Heterogeneity = effects > 1 ? result.Heterogeneity : null,
        };
        return result with
        {
            Subgroups = new SubgroupAnalysis { Factor = "route", Groups = [Group("iv", 2, -3.5), Group("intranasal", 1, -2)], Q = 1.5, DegreesOfFreedom = 1, P = 0.2195 },
        };
    }

    private static MetaAnalysisResult Filled()
    {
        var result = Of("or", "positive", [.. Enumerable.Range(1, 12).Select(at => Row($"s{at}", 0.1 * at, 0.02 * at, 100d / 12))]);
        return result with
        {
            SmallStudyEffects = new SmallStudyEffects
            {
                TrimAndFill = new TrimAndFillPool { Missing = 2, IsLeft = true, Filled = [-0.9, -1.1], FilledVariances = [0.2, 0.24], Estimate = Pooled(0.3, 0.1, 0.5) },
                Notes = [],
            },
        };
    }
}
