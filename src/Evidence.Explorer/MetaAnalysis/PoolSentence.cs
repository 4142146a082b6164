using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Explorer.Layout;
using Evidence.Explorer.Results;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.Claims;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Explorer.MetaAnalysis;

/// <summary>Sentences about a pooled result that promise no more than it holds.</summary>
public static class PoolSentence
{
    /// <summary>With fewer studies than this, the spread between studies is hardly known (Cochrane Handbook 10.10.4.4).</summary>
    private const int FewStudies = 5;

    /// <summary>Returns what is pooled, as a title.</summary>
    public static string Title(MetaAnalysisResult result) => PlotDescription.Title(result);

    /// <summary>Writes the result in one sentence: which side it favours or that it favours none, by how much, from how much evidence.</summary>
    public static string Write(MetaAnalysisResult result)
    {
        var text = EffectText.Create(result);
        var (first, second) = Sides(result);
        var finding = LiveSentence.Conclude(result.Estimate, result.Settings.Benefit) switch
        {
            Conclusion.FavoursFirstArm => $"The interval lies on the side of {first} against {second}",
            Conclusion.FavoursSecondArm => $"The interval lies on the side of {second} against {first}",
            Conclusion.NoClearDifference or Conclusion.TooLittle => $"No clear difference between {first} and {second}",
        };
        return $"{finding}: {PlotTerms.Label("effect-measure", text.Measure)} {text.Sentence(result.Estimate)}, from {PageText.FormatCount(result.Studies, "study", "studies")}{People(result)}.";
    }

    /// <summary>Writes what limits the result.</summary>
    public static IEnumerable<string> Cautions(MetaAnalysisResult result)
    {
        var text = EffectText.Create(result);
        if (result.Estimate is { PredictionLow: { } low, PredictionHigh: { } high })
        {
            yield return low <= 0 && high >= 0
                ? $"The studies differ so much that a new one might show no effect, or the opposite: its effect would probably lie between {text.Value(low)} and {text.Value(high)} (prediction interval)."
                : $"The effect in a new, similar study would probably lie between {text.Value(low)} and {text.Value(high)} (prediction interval).";
        }

        if (result.Studies < FewStudies)
            yield return $"Of {PageText.FormatCount(result.Studies, "study", "studies")} the spread between studies is hardly known.";
        yield return Bias(result);
    }

    /// <summary>Writes the question and the model in a line.</summary>
    public static string Settings(MetaAnalysisResult result)
    {
        var settings = result.Settings;
        var model = Labels.Find("pooling-model", settings.Model);
        var tau2 = settings.Tau2 is { } estimator ? $", τ² by {Labels.LowerFirst(Labels.Find("tau2-estimator", estimator))}" : "";
        return $"{PlotDescription.Subtitle(result)}. {model} model{tau2}, {settings.Level}% interval: {PlotTerms.Label("interval-method", settings.Interval)}.";
    }

    /// <summary>Returns what the two sides received.</summary>
    public static (string First, string Second) Sides(MetaAnalysisResult result) => (
        EffectFigures.JoinWithOr(result.Rows.Select(row => PlotTerms.Node(row.Intervention)).Order(StringComparer.Ordinal)),
        EffectFigures.JoinWithOr(result.Rows.Select(row => PlotTerms.Node(row.Comparator)).Order(StringComparer.Ordinal)));

    private static string People(MetaAnalysisResult result)
    {
        var studies = result.Rows.GroupBy(row => row.Study).ToList();
        var known = studies.Count(rows => rows.All(row => row.N1i is not null && row.N2i is not null));
        var people = PageText.FormatCount(result.People, "person", "people");
        return known == studies.Count ? $" with {people}"
            : known == 0 ? "; sample size not reported"
            : $"; sample size known for {known} of {studies.Count} studies ({people})";
    }

    private static string Bias(MetaAnalysisResult result)
    {
        var studies = result.Rows.DistinctBy(row => row.Study).ToList();
        var parts = new[] { ("high", "at high risk of bias"), ("some-concerns", "raising some concerns"), ("unclear", "unclear"), ("low", "at low risk") }
            .Select(term => (Count: studies.Count(row => row.RiskOfBias == term.Item1), Words: term.Item2)).Append((Count: studies.Count(row => row.RiskOfBias is null), Words: "not judged"))
            .Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}");
        return $"Risk of bias of the {PageText.FormatCount(studies.Count, "study", "studies")}: {string.Join(", ", parts)}.";
    }
}
