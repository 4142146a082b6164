using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Evidence.Api.Tests.Testing;

/// <summary>The built service as a process of its own, on a free port: for tests of how it starts, ends and is killed.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    // A start on a busy machine: initdb, migrations, catalogue, and others doing the same.
    private static readonly TimeSpan MaxStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan MaxEnd = TimeSpan.FromMinutes(1);

    private static readonly string[] Settings = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "Evidence__", "ConnectionStrings__", "PG"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new(), errors = new();
    private readonly TaskCompletionSource<Uri?> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        Interrupt.StartHeeding(process.Start);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>What it said: one line of progress each.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>What it complained of.</summary>
    public string Errors => string.Join('\n', errors).Trim();

    /// <summary>Starts the service; the settings are environment variables, as an operator gives them.</summary>
    public static ServiceProcess Start(params IEnumerable<(string Name, string Value)> settings)
    {
        var start = Plan([], settings);
        start.Environment.TryAdd("ASPNETCORE_URLS", "http://127.0.0.1:0");
        return new ServiceProcess(start);
    }

    /// <summary>The program with these words, away from the settings of whoever runs the tests.</summary>
    public static ProcessStartInfo Plan(IEnumerable<string> words, IEnumerable<(string Name, string Value)> settings)
    {
        string[] command = ["exec", Path.Combine(AppContext.BaseDirectory, "Evidence.Api.dll"), .. words];
        var start = new ProcessStartInfo(ServerHost.DotNet, command)
        {
            // The service finds what belongs to it wherever it is started.
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Waits until the service takes requests, and gives a client for them.</summary>
    public async Task<HttpClient> ReadyAsync() =>
        await address.Task.WaitAsync(MaxStart) is { } found
            ? new HttpClient { BaseAddress = found, Timeout = MaxEnd }
            : throw new InvalidOperationException($"The service did not start: {Errors}\n{Output}");

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        using var limit = new CancellationTokenSource(MaxEnd);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Sends a signal by its name, such as INT for Ctrl+C.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id.ToString(CultureInfo.InvariantCulture)}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it without a chance to tidy up.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static bool IsSetting(string name) =>
        Settings.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private void Hear(string? line)
    {
        output.Enqueue(line ?? "");
        if (line is null)
            address.TrySetResult(null);
        else if (Answers().Match(line) is { Success: true } told)
            address.TrySetResult(new Uri(told.Groups[1].Value));
    }

    [GeneratedRegex(@"Evidence answers at (http://[^ ,]+)")]
    private static partial Regex Answers();
}
