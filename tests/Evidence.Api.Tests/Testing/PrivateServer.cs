using System.Globalization;

namespace Evidence.Api.Tests.Testing;

/// <summary>What a data folder tells of the private server that runs on it.</summary>
internal static class PrivateServer
{
    /// <summary>The server's own process; nothing while none is noted.</summary>
    public static int? ProcessId(string dataFolder)
    {
        var notes = Directory.EnumerateFiles(Path.Combine(dataFolder, "private-postgres"), "postmaster.pid", SearchOption.AllDirectories);
        return notes.Select(note => (int?)int.Parse(File.ReadLines(note).First(), CultureInfo.InvariantCulture)).SingleOrDefault();
    }

    /// <summary>Waits until a process has ended.</summary>
    public static async Task EndsAsync(int process)
    {
        for (var tries = 0; Processes.IsRunning(process) && tries < 600; tries++)
            await Task.Delay(100);
        Assert.False(Processes.IsRunning(process), $"process {process} still runs");
    }
}
