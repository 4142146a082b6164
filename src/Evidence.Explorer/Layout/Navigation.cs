namespace Evidence.Explorer.Layout;

/// <summary>The sections of the explorer, in the order of the header.</summary>
public static class Navigation
{
    /// <summary>A name and the address it leads to.</summary>
    public static IReadOnlyList<(string Name, string Address)> Sections { get; } =
    [
        ("Claims", "/claims"),
        ("Studies", "/studies"),
        ("Meta-analysis", "/meta-analysis"),
        ("Onset", "/onset"),
        ("Network", "/network"),
        ("Safety", "/safety"),
        ("Changes", "/compare"),
        ("About the data", "/about"),
    ];
}
