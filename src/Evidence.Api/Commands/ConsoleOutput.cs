using Evidence.Store.Database;
using Microsoft.Extensions.Logging.Console;

namespace Evidence.Api.Commands;

/// <summary>Writes what a person sees who starts the service: progress in single lines, the address, or one sentence that says why it did not start.</summary>
public static class ConsoleOutput
{
    /// <summary>Name under which progress is logged.</summary>
    public const string Category = "Evidence";

    /// <summary>Logs each message as one line; the messages of the host itself are logged only if the settings ask for them.</summary>
    public static void AddConsole(this WebApplicationBuilder builder)
    {
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        // The failure to start is told by RunToExitCodeAsync, once and without a stack of calls.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A failed authentication is a response, not a log line: its text could hold what was sent.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }

    /// <summary>Builds the service and runs it until it is told to stop. A problem at start is one sentence on the error output and exit code 1.</summary>
    public static async Task<int> RunToExitCodeAsync(Func<WebApplication> build)
    {
        WebApplication? app = null;
        try
        {
            app = build();
            await app.StartAsync();
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
            log.LogInformation("Evidence answers at {Addresses} (documentation at /docs); end it with Ctrl+C", string.Join(", ", app.Urls));
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (Sentence(e, app?.Configuration["urls"]) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        finally
        {
            if (app is not null)
                await app.DisposeAsync();
        }
    }

    private static string? Sentence(Exception e, string? urls) => e switch
    {
        StartupException problem => problem.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken =>
            $"{taken.Message.TrimEnd('.')}. Another program listens there; name another address with --urls http://127.0.0.1:5001.",
        OperationCanceledException => "Stopped before the service was ready.",
        // Kestrel has no type of its own for an address that it cannot use.
        _ when e.StackTrace is { } calls && calls.Contains("Kestrel.Core.KestrelServerImpl.BindAsync", StringComparison.Ordinal) =>
            $"The service cannot listen on {urls}: {e.Message.Split('\n')[0].TrimEnd('.', '\r')}. Name another address with --urls http://127.0.0.1:5001.",
        _ => null,
    };
}
