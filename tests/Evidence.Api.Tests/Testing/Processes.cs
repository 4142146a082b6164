using System.Diagnostics;
using System.Globalization;

namespace Evidence.Api.Tests.Testing;

/// <summary>What the operating system knows of running processes; command lines and sockets on Linux only.</summary>
internal static class Processes
{
    public static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The command lines that contain the text.</summary>
    public static string[] Naming(string text) =>
        !OperatingSystem.IsLinux()
            ? []
            : [.. Directory.EnumerateDirectories("/proc")
                .Where(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out _))
                .Select(path => ReadOrEmpty(Path.Combine(path, "cmdline")))
                .Where(command => command.Contains(text, StringComparison.Ordinal))];

    /// <summary>The process's sockets that wait for network connections.</summary>
    public static string[] NetworkListeners(int process)
    {
        if (!OperatingSystem.IsLinux()) return [];
        const string listening = "0A";
        var inodes = Directory.EnumerateFiles("/proc/net", "tcp*")
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == listening)
            .Select(columns => $"socket:[{columns[9]}]")
            .ToHashSet();
        return [.. Directory.EnumerateFileSystemEntries($"/proc/{process}/fd")
            .Select(descriptor => Path.GetFileName(new FileInfo(descriptor).LinkTarget ?? ""))
            .Where(inodes.Contains)];
    }

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
