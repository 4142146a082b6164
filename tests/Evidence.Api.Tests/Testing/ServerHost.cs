using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Evidence.Store.Database;

namespace Evidence.Api.Tests.Testing;

/// <summary>A process that does nothing but hold a private server: for tests that kill it, or run it as another user.</summary>
internal sealed class ServerHost : IDisposable
{
    private ServerHost(Process process, int serverProcessId)
    {
        Process = process;
        ServerProcessId = serverProcessId;
    }

    public Process Process { get; }

    public int ServerProcessId { get; }

    /// <summary>The program: prints the server's process, then stays until standard input ends.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            await using var postgres = new PrivatePostgres(arguments is [var folder] ? folder : null);
            await postgres.StartAsync(Console.Error.WriteLine, CancellationToken.None);
            Console.WriteLine(postgres.ServerProcessId);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (StartupException problem)
        {
            Console.WriteLine(problem.Message);
            return 1;
        }
    }

    /// <summary>Starts the program and waits until its server runs.</summary>
    /// <param name="arguments">The data folder, or nothing for the user's usual one.</param>
    /// <param name="environment">Variables to set, or with null to remove.</param>
    /// <param name="prefix">Words before the command, such as those that change the user.</param>
    /// <param name="program">The folder with the program, if not the one the tests run from.</param>
    public static async Task<ServerHost> StartAsync(
        string[] arguments, Dictionary<string, string?>? environment = null, string[]? prefix = null, string? program = null)
    {
        var assembly = Path.Combine(program ?? AppContext.BaseDirectory, typeof(ServerHost).Assembly.GetName().Name + ".dll");
        string[] command = [.. prefix ?? [], DotNet, "exec", assembly, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadLineAsync();
        return int.TryParse(answer, CultureInfo.InvariantCulture, out var server)
            ? new ServerHost(process, server)
            : throw new InvalidOperationException($"The host started no server: {answer}");
    }

    public static string DotNet =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill();
        Process.Dispose();
    }
}
