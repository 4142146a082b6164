using System.Globalization;
using System.Runtime.InteropServices;

namespace Evidence.Api.Tests.Testing;

/// <summary>
/// The signal of Ctrl+C. A shell starts what it puts into the background with the signal ignored, and a process hands that on to its children:
/// a service started by a test would not hear what the test sends it.
/// </summary>
internal static class Interrupt
{
    private const int Number = 2; // SIGINT
    private const nint Default = 0, Ignored = 1;
    private static readonly Lock Turn = new();

    /// <summary>Starts a process that heeds the signal, whether this process does or not.</summary>
    public static void StartHeeding(Func<bool> start)
    {
        lock (Turn)
        {
            var isIgnored = IsIgnored();
            if (isIgnored)
                SetHandler(Number, Default);
            try
            {
                start();
            }
            finally
            {
                if (isIgnored)
                    SetHandler(Number, Ignored);
            }
        }
    }

    /// <summary>Tells whether this process ignores the signal, as Linux tells it: a mask with a bit for each.</summary>
    private static bool IsIgnored()
    {
        const string mask = "SigIgn:";
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(mask, StringComparison.Ordinal)) is { } line
            && (ulong.Parse(line.AsSpan(mask.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (Number - 1))) != 0;
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetHandler(int signal, nint handler);
}
