using System.Diagnostics;
using Evidence.Store.Database;

namespace Evidence.Api.Tests.Testing;

/// <summary>
/// The data of a private server that holds the real catalogue as revision 1: made once in a run, and copied into the folder of every test that
/// is about a server and not about how its data are made.
/// </summary>
internal static class PrivateData
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Puts a copy into an empty folder, with the owners and rights that PostgreSQL wants.</summary>
    public static async Task CopyAsync(TemporaryFolder folder) =>
        await RunAsync("cp", "-a", Path.Combine(await Made.Value, "private-postgres"), folder.Path);

    private static async Task<string> MakeAsync()
    {
        var folder = new TemporaryFolder();
        TestServer.AtEnd(() =>
        {
            folder.Dispose();
            return Task.CompletedTask;
        });
        await using var postgres = new PrivatePostgres(folder.Path);
        await postgres.StartAsync(_ => { }, CancellationToken.None);
        await EvidenceService.PrepareAsync(postgres.ConnectionString);
        return folder.Path;
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
