using Evidence.Api.Claims;
using Evidence.Api.Explorer.Answering;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.MetaAnalysis.Plots;

namespace Evidence.Api.Explorer.PoolBuilder;

/// <summary>What a pooled answer says, in sentences that promise no more than it holds.</summary>
public static class PoolSentence
{
    /// <summary>With fewer studies than this, the spread between studies is hardly known (Cochrane Handbook 10.10.4.4).</summary>
    private const int FewStudies = 5;

    /// <summary>What is pooled.</summary>
    public static string Title(MetaAnalysisResult answer) => PlotWords.Title(answer);

    /// <summary>The answer in one sentence: which side it favours or that it favours none, by how much, from how much evidence.</summary>
    public static string Of(MetaAnalysisResult answer)
    {
        var text = EffectText.Of(answer);
        var (first, second) = Sides(answer);
        var finding = LiveSentence.FindingOf(answer.Estimate, answer.Settings.Benefit) switch
        {
            "favours-first-arm" => $"The interval lies on the side of {first} against {second}",
            "favours-second-arm" => $"The interval lies on the side of {second} against {first}",
            _ => $"No clear difference between {first} and {second}",
        };
        return $"{finding}: {PlotTerms.Label("effect-measure", text.Measure)} {text.Sentence(answer.Estimate)}, from {Words.Count(answer.Studies, "study", "studies")} with {People(answer)}.";
    }

    /// <summary>What to hold against it.</summary>
    public static IEnumerable<string> Cautions(MetaAnalysisResult answer)
    {
        var text = EffectText.Of(answer);
        if (answer.Estimate is { PredictionLow: { } low, PredictionHigh: { } high })
        {
            yield return low <= 0 && high >= 0
                ? $"Studies differ so far that a further one may have no effect, or the opposite: its true effect is expected between {text.Value(low)} and {text.Value(high)} (prediction interval)."
                : $"The true effect of a further study is expected between {text.Value(low)} and {text.Value(high)} (prediction interval).";
        }

        if (answer.Studies < FewStudies)
            yield return $"Of {Words.Count(answer.Studies, "study", "studies")} the spread between studies is hardly known.";
        yield return Bias(answer);
    }

    /// <summary>The question as it was answered, in a line.</summary>
    public static string Settings(MetaAnalysisResult answer)
    {
        var settings = answer.Settings;
        var model = Words.Of("pooling-model", settings.Model);
        var tau2 = settings.Tau2 is { } estimator ? $", τ² by {Words.Small(Words.Of("tau2-estimator", estimator))}" : "";
        return $"{PlotWords.Subtitle(answer)}. {model} model{tau2}, {settings.Level}% interval: {PlotTerms.Label("interval-method", settings.Interval)}.";
    }

    /// <summary>What the two sides received.</summary>
    public static (string First, string Second) Sides(MetaAnalysisResult answer) => (
        EffectFigures.Or(answer.Rows.Select(row => PlotTerms.Node(row.Intervention)).Order(StringComparer.Ordinal)),
        EffectFigures.Or(answer.Rows.Select(row => PlotTerms.Node(row.Comparator)).Order(StringComparer.Ordinal)));

    private static string People(MetaAnalysisResult answer)
    {
        var silent = answer.Rows.Count(row => row.N1i is null || row.N2i is null);
        return silent == 0 ? Words.Count(answer.People, "person", "people")
            : silent == answer.Rows.Count ? "numbers of people not reported"
            : $"{Words.Count(answer.People, "person", "people")} in the {answer.Rows.Count - silent} that report them";
    }

    private static string Bias(MetaAnalysisResult answer)
    {
        var studies = answer.Rows.DistinctBy(row => row.Study).ToList();
        var parts = new[] { ("high", "at high risk of bias"), ("some-concerns", "with some concerns"), ("unclear", "unclear"), ("low", "at low risk") }
            .Select(term => (Count: studies.Count(row => row.RiskOfBias == term.Item1), Words: term.Item2)).Append((Count: studies.Count(row => row.RiskOfBias is null), Words: "not judged"))
            .Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}");
        return $"Risk of bias of the {Words.Count(studies.Count, "study", "studies")}: {string.Join(", ", parts)}.";
    }
}
