using Evidence.Api.Tests.Testing;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>What a test needs beside Chromium.</summary>
[Flags]
internal enum Needs
{
    /// <summary>Nothing more.</summary>
    Nothing = 0,

    /// <summary>Node.js with npm, for a checker.</summary>
    Npm = 1,

    /// <summary>R with metafor.</summary>
    Metafor = 2,
}

/// <summary>A test that opens pages in Chromium; where that or another tool is lacking it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryInBrowserAttribute : TheoryAttribute
{
    public TheoryInBrowserAttribute(Needs needs = Needs.Nothing) => Skip = Tools.Lacking(needs);
}

/// <summary>A single test that opens pages in Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactInBrowserAttribute : FactAttribute
{
    public FactInBrowserAttribute(Needs needs = Needs.Nothing) => Skip = Tools.Lacking(needs);
}

/// <summary>The tools of this machine.</summary>
file static class Tools
{
    /// <summary>Why a test that needs these cannot run; nothing where it can.</summary>
    public static string? Lacking(Needs needs) =>
        Chromium.Lacking
        ?? (needs.HasFlag(Needs.Npm) ? Npm.Lacking : null)
        ?? (needs.HasFlag(Needs.Metafor) ? new TheoryWithMetaforAttribute().Skip : null);
}
