using Evidence.Api.Claims;
using Evidence.Api.Explorer.Answering;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.MetaAnalysis.Plots;
using Evidence.Api.TimeCourse;

namespace Evidence.Api.Explorer.OnsetCourse;

/// <summary>What a time course says, in words.</summary>
public static class CourseWords
{
    /// <summary>What the course is of.</summary>
    public static string Title(TimeCourseResult course)
    {
        var rows = course.Windows.SelectMany(window => window.Rows).ToList();
        var first = EffectFigures.Or(rows.Select(row => PlotTerms.Node(row.Intervention)).Order(StringComparer.Ordinal));
        var second = EffectFigures.Or(rows.Select(row => PlotTerms.Node(row.Comparator)).Order(StringComparer.Ordinal));
        return $"{Words.Of("domain", course.Settings.Domain)} by time after the first dose, {first} against {second}";
    }

    /// <summary>Where the interval first leaves out no effect, and in how many windows it does.</summary>
    public static string Sentence(TimeCourseResult course)
    {
        var text = TextOf(course);
        var shown = course.Windows.Where(window => window.Estimate is not null).ToList();
        var clear = shown.Where(window => IsClear(window, course.Settings.Benefit)).ToList();
        if (clear.Count == 0)
            return $"In none of {Words.Count(shown.Count, "window", "windows")} of time does the interval leave out no effect.";
        var first = clear[0];
        return $"The interval first leaves out no effect in the window of {Words.Small(Span(first))} after the first dose: {PlotTerms.Label("effect-measure", text.Measure)} {text.Sentence(first.Estimate!)}, "
            + $"{Words.Count(first.Studies, "study", "studies")}. It does so in {clear.Count} of {shown.Count} windows. Each window has other studies, so that a difference between windows is no change within people.";
    }

    /// <summary>What the interval of a window says.</summary>
    public static string Finding(TimeWindow window, string benefit) => LiveSentence.FindingOf(window.Estimate, benefit) switch
    {
        "favours-first-arm" => "Better than the comparison",
        "favours-second-arm" => "Worse than the comparison",
        "no-clear-difference" => "No clear difference",
        _ => window.NotPooled is { } reason ? $"Not pooled: {reason}" : "No study measured",
    };

    /// <summary>From when to when.</summary>
    public static string Span(TimeWindow window)
    {
        var (from, to) = (Printed.Time(window.FromHours).Split(' '), Printed.Time(window.ToHours));
        return window.FromHours == 0 ? $"Up to {to}" : to.EndsWith(from[1], StringComparison.Ordinal) ? $"{from[0]} to {to}" : $"{string.Join(' ', from)} to {to}";
    }

    /// <summary>How its effects are printed.</summary>
    internal static EffectText TextOf(TimeCourseResult course) => EffectText.Of(course.Settings, [.. course.Windows.SelectMany(window => window.Rows)]);

    private static bool IsClear(TimeWindow window, string benefit) => LiveSentence.FindingOf(window.Estimate, benefit) is "favours-first-arm" or "favours-second-arm";
}
