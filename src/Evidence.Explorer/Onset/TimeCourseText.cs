using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Explorer.Layout;
using Evidence.Explorer.Results;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.Claims;
using Evidence.Synthesis.TimeCourse;

namespace Evidence.Explorer.Onset;

/// <summary>Texts about a time course.</summary>
public static class TimeCourseText
{
    /// <summary>Returns what the course is about, as a title.</summary>
    public static string Title(TimeCourseResult course)
    {
        var rows = course.Windows.SelectMany(window => window.Rows).ToList();
        var first = EffectFigures.JoinWithOr(rows.Select(row => PlotTerms.Node(row.Intervention)).Order(StringComparer.Ordinal));
        var second = EffectFigures.JoinWithOr(rows.Select(row => PlotTerms.Node(row.Comparator)).Order(StringComparer.Ordinal));
        return $"{Labels.Find("domain", course.Settings.Domain)} by time after the first dose, {first} against {second}";
    }

    /// <summary>Writes where the first clear difference was, and in how many windows there was one.</summary>
    public static string Sentence(TimeCourseResult course)
    {
        var text = CreateText(course);
        var shown = course.Windows.Where(window => window.Estimate is not null).ToList();
        var clear = shown.Where(window => IsClear(window, course.Settings.Benefit)).ToList();
        if (clear.Count == 0)
            return $"There was no clear difference in any of {PageText.FormatCount(shown.Count, "window", "windows")} of time.";
        var first = clear[0];
        return $"The first clear difference was in the window of {Labels.LowerFirst(Span(first))} after the first dose: {PlotTerms.Label("effect-measure", text.Measure)} {text.Sentence(first.Estimate!)}, "
            + $"{PageText.FormatCount(first.Studies, "study", "studies")}. There was one in {clear.Count} of {shown.Count} windows. Each window has other studies, so that a difference between windows is no change within people.";
    }

    /// <summary>Returns what the interval of a window says.</summary>
    public static string Finding(TimeWindow window, string benefit) => LiveSentence.Conclude(window.Estimate, benefit) switch
    {
        Conclusion.FavoursFirstArm => "Better than the comparison",
        Conclusion.FavoursSecondArm => "Worse than the comparison",
        Conclusion.NoClearDifference => "No clear difference",
        Conclusion.TooLittle => window.NotPooled is { } reason ? $"Not pooled: {reason}" : "No study measured",
    };

    /// <summary>Returns from when to when a window lasts.</summary>
    public static string Span(TimeWindow window)
    {
        var (from, to) = (NumberFormat.Time(window.FromHours).Split(' '), NumberFormat.Time(window.ToHours));
        return window.FromHours == 0 ? $"Up to {to}" : to.EndsWith(from[1], StringComparison.Ordinal) ? $"{from[0]} to {to}" : $"{string.Join(' ', from)} to {to}";
    }

    /// <summary>Returns how the effects of the course are printed.</summary>
    internal static EffectText CreateText(TimeCourseResult course) => EffectText.Create(course.Settings, [.. course.Windows.SelectMany(window => window.Rows)]);

    private static bool IsClear(TimeWindow window, string benefit) => LiveSentence.Conclude(window.Estimate, benefit) is Conclusion.FavoursFirstArm or Conclusion.FavoursSecondArm;
}
