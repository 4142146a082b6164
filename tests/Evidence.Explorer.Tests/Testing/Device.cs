using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>How somebody reads: on what width, in which theme, with or without JavaScript.</summary>
internal sealed record Device(int Width, int Height, ColorScheme Theme = ColorScheme.Light, bool HasScript = true)
{
    private static readonly Dictionary<string, Device> Readers = new()
    {
        ["a desktop"] = new(1280, 900),
        ["a desktop without JavaScript"] = new(1280, 900, HasScript: false),
        ["a phone"] = new(390, 844),
        ["a phone without JavaScript"] = new(390, 844, HasScript: false),
    };

    private static readonly Dictionary<string, Device> Looks = new()
    {
        ["wide and light"] = new(1280, 900),
        ["wide and dark"] = new(1280, 900, ColorScheme.Dark),
        ["narrow and light"] = new(390, 844),
        ["narrow and dark"] = new(390, 844, ColorScheme.Dark),
    };

    /// <summary>The narrowest screen that a page must fit.</summary>
    public static Device Narrowest { get; } = new(320, 640);

    /// <summary>The names of those that do the tasks.</summary>
    public static IEnumerable<string> ReaderNames => Readers.Keys;

    /// <summary>The device of that name.</summary>
    public static Device Of(string name) => Readers.TryGetValue(name, out var device) ? device : Looks[name];
}
