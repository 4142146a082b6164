using System.Diagnostics;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Database;

public sealed class OrdinaryUserTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FactForRoot]
    public async Task A_user_without_any_rights_keeps_the_data_in_the_home_folder()
    {
        // What the tests run from may lie where only root can read.
        var program = Path.Combine(folder.Path, "program");
        var home = Directory.CreateDirectory(Path.Combine(folder.Path, "home")).FullName;
        await RunAsync("cp", "-r", AppContext.BaseDirectory, program);
        await RunAsync("chmod", "-R", "a+rX", program);
        await RunAsync("chown", "65534:65534", home);
        var environment = new Dictionary<string, string?>
        {
            ["HOME"] = home,
            ["XDG_DATA_HOME"] = null,
            ["XDG_RUNTIME_DIR"] = null,
        };

        using var host = await ServerHost.StartAsync([], environment, FactForRootAttribute.Prefix, program);

        Assert.True(Directory.Exists(Path.Combine(home, ".local/share/evidence/private-postgres/socket")));
        host.Process.StandardInput.Close();
        await host.Process.WaitForExitAsync();
        Assert.Equal(0, host.Process.ExitCode);
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
