using Evidence.Api.Claims;

namespace Evidence.Api.Explorer.ClaimRecord;

/// <summary>What an answer says, for readers who do not know what a first arm is.</summary>
public static class AnswerWords
{
    /// <summary>The finding in a few words; of a time course with the number of windows, because one window does not speak for the others.</summary>
    public static string Of(LiveAnswer answer) => answer.Windows is { Count: > 0 } windows ? OfCourse(windows) : Of(answer.Finding);

    /// <summary>The page with the whole answer, at whichever revision it is read.</summary>
    public static string PageOf(LiveAnswer answer) =>
        (answer.Operation == "time-course" ? "/onset" : "/meta-analysis")
        + answer.Address[answer.Address.IndexOf('?', StringComparison.Ordinal)..answer.Address.LastIndexOf("&revision=", StringComparison.Ordinal)];

    private static string OfCourse(IReadOnlyList<LiveWindow> windows)
    {
        var parts = windows
            .CountBy(window => window.Finding)
            .OrderBy(pair => pair.Key is "favours-first-arm" or "favours-second-arm" ? 0 : 1)
            .Select((pair, at) => $"{(at == 0 ? Of(pair.Key) : Frame.Words.Small(Of(pair.Key)))} in {pair.Value}");
        return $"{string.Join(", ", parts)} of {windows.Count} {(windows.Count == 1 ? "window" : "windows")} of time";
    }

    private static string Of(string finding) => finding switch
    {
        "favours-first-arm" => "Better than the comparison",
        "favours-second-arm" => "Worse than the comparison",
        "no-clear-difference" => "No clear difference",
        "too-little" => "Too little to pool",
        _ => Frame.Words.Of("finding", finding),
    };
}
