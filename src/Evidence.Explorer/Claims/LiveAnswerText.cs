using Evidence.Catalogue;
using Evidence.Synthesis.Claims;

namespace Evidence.Explorer.Claims;

/// <summary>Texts of an answer for readers who do not know what a first arm is.</summary>
public static class LiveAnswerText
{
    /// <summary>Returns the conclusion in a few words; of a time course with the number of windows, because one window does not speak for the others.</summary>
    public static string Describe(LiveAnswer answer) => answer.Windows is { Count: > 0 } windows ? DescribeWindows(windows) : DescribeFinding(answer.Conclusion);

    /// <summary>Returns the address of the page with the whole answer, without a revision.</summary>
    public static string FormatAddress(LiveAnswer answer) =>
        (answer.Operation == "time-course" ? "/onset" : "/meta-analysis")
        + answer.Address[answer.Address.IndexOf('?', StringComparison.Ordinal)..answer.Address.LastIndexOf("&revision=", StringComparison.Ordinal)];

    private static string DescribeWindows(IReadOnlyList<LiveWindow> windows)
    {
        var parts = windows
            .CountBy(window => window.Conclusion)
            .OrderBy(pair => pair.Key is "favours-first-arm" or "favours-second-arm" ? 0 : 1)
            .Select((pair, at) => $"{(at == 0 ? DescribeFinding(pair.Key) : Labels.LowerFirst(DescribeFinding(pair.Key)))} in {pair.Value}");
        return $"{string.Join(", ", parts)} of {windows.Count} {(windows.Count == 1 ? "window" : "windows")} of time";
    }

    private static string DescribeFinding(string finding) => finding switch
    {
        "favours-first-arm" => "Better than the comparison",
        "favours-second-arm" => "Worse than the comparison",
        "no-clear-difference" => "No clear difference",
        "too-little" => "Too little to pool",
        _ => Labels.Find("conclusion", finding),
    };
}
