using System.Diagnostics;

namespace Evidence.Store.Database;

/// <summary>Represents a running server that is bound to this process: it shuts down on request, and when this process ends in any way.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // The service holds the other end of standard input, and only the service: however it dies, reading ends. A signal sent
    // while the server has no handler yet is lost, so it is repeated; a fast shutdown under way ignores further ones.
    private const string Script = """
        log=$1; shift
        exec 3<&0 </dev/null >>"$log" 2>&1
        "$@" 3<&- &
        server=$!
        {
          read -r _ <&3
          tries=0
          while kill -INT $server && [ $((tries += 1)) -lt 60 ]; do sleep 1; done
          kill -KILL $server
        } 2>/dev/null &
        watcher=$!
        exec 3<&-
        wait $server
        code=$?
        kill $watcher
        exit $code
        """;

    private static readonly TimeSpan MaxShutdownTime = TimeSpan.FromSeconds(25);
    private readonly Process shell;
    private readonly Task<string> complaints;
    private readonly string log;

    private ServerProcess(Process shell, string log)
    {
        this.shell = shell;
        this.log = log;
        complaints = shell.StandardError.ReadToEndAsync();
    }

    public static ServerProcess Start(DataFolder data, ServerUser user, IReadOnlyDictionary<string, string> settings)
    {
        var log = data.Folders.Log;
        if (File.Exists(log)) File.Move(log, log + ".previous", overwrite: true);
        // A session of its own: Ctrl+C in the terminal reaches the service, which still needs the server while it finishes.
        string[] session = ProcessRunner.Find("setsid") is { } setsid ? [setsid] : [];
        var options = settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
        string[] command = ["sh", "-c", Script, "sh", log, data.Binaries.Postgres, "-D", data.Path, .. options];
        var shell = ProcessRunner.Start([.. session, .. user.Running(command)]);
        return new ServerProcess(shell, log);
    }

    public bool HasEnded => shell.HasExited;

    public Task WaitForEndAsync(CancellationToken cancel) => shell.WaitForExitAsync(cancel);

    /// <summary>Returns the last output of the server, for the sentence that says why it ended.</summary>
    public async Task<string> LastWordsAsync()
    {
        try
        {
            var words = DataFolder.OneLine(await File.ReadAllTextAsync(log));
            if (words.Length > 0) return $"its log {log} ends: {words}";
        }
        catch (IOException)
        {
            // No log: what hindered the shell is in its own complaints.
        }

        return $"it said: {DataFolder.OneLine(await complaints)}";
    }

    /// <summary>Shuts the server down fast and orderly: open transactions are rolled back, and the data is written out.</summary>
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        using var limit = new CancellationTokenSource(MaxShutdownTime);
        try
        {
            await shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What was committed is in the write-ahead log, and the next start replays it.
            shell.Kill(entireProcessTree: true);
        }

        shell.Dispose();
    }
}
