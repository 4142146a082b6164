using System.Net;
using System.Net.Sockets;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Api.Tests.Database;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string ServerFolder => Path.Combine(folder.Path, "private-postgres");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Data_is_kept_between_starts()
    {
        await using (var first = await StartAsync())
            await AskAsync(first, "create table kept as select 42 as answer");

        await using var second = await StartAsync();

        Assert.Equal(42, await AskAsync(second, "select answer from kept"));
    }

    [Fact]
    public async Task Stopping_ends_the_server()
    {
        await PrivateData.CopyAsync(folder);
        int server;
        await using (var postgres = await StartAsync())
            server = postgres.ServerProcessId!.Value;

        Assert.False(Processes.IsRunning(server));
        Assert.False(File.Exists(Path.Combine(DataFolder, "postmaster.pid")));
    }

    [Fact]
    public async Task A_killed_service_leaves_no_server_behind()
    {
        await PrivateData.CopyAsync(folder);
        using var host = await ServerHost.StartAsync([folder.Path]);
        Assert.True(Processes.IsRunning(host.ServerProcessId));

        host.Process.Kill();

        await EndsAsync(host.ServerProcessId);
        await Task.Delay(500); // for the shell that saw it end
        Assert.Empty(Processes.Naming(folder.Path));
    }

    [Fact]
    public async Task A_service_follows_a_killed_one_at_once()
    {
        await PrivateData.CopyAsync(folder);
        using var host = await ServerHost.StartAsync([folder.Path]);

        host.Process.Kill();
        await host.Process.WaitForExitAsync();
        await using var postgres = await StartAsync();

        Assert.Equal(1, await AskAsync(postgres, "select 1"));
    }

    [Fact]
    public async Task A_server_that_died_is_replaced_by_another_start_and_has_lost_nothing()
    {
        await PrivateData.CopyAsync(folder);
        await using var postgres = await StartAsync();
        await AskAsync(postgres, "create table kept as select 42 as answer");
        var former = postgres.ServerProcessId!.Value;
        using (var process = System.Diagnostics.Process.GetProcessById(former)) process.Kill();
        await EndsAsync(former);

        await postgres.StartAsync(Ignore, CancellationToken.None);

        Assert.NotEqual(former, postgres.ServerProcessId);
        Assert.Equal(42, await AskAsync(postgres, "select answer from kept"));
    }

    [Fact]
    public async Task Notes_of_a_server_long_gone_do_not_hinder_a_start()
    {
        await PrivateData.CopyAsync(folder);
        await using (await StartAsync())
        {
        }

        // This very process stands for whichever program got the number since.
        var note = $"{Environment.ProcessId}\n{DataFolder}\n1700000000\n5432\n{ServerFolder}/socket\n\n";
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "postmaster.pid"), note);
        await File.WriteAllTextAsync(Path.Combine(ServerFolder, "socket", ".s.PGSQL.5432.lock"), note);
        await File.WriteAllTextAsync(Path.Combine(ServerFolder, "socket", ".s.PGSQL.5432"), "");

        await using var postgres = await StartAsync();

        Assert.Equal(1, await AskAsync(postgres, "select 1"));
    }

    [Fact]
    public async Task A_data_folder_half_made_is_made_anew()
    {
        var half = Directory.CreateDirectory(Path.Combine(ServerFolder, "15.new-0123456789abcdef")).FullName;
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15\n");

        await using var postgres = await StartAsync();

        Assert.Equal(1, await AskAsync(postgres, "select 1"));
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public async Task A_second_service_on_the_same_folder_is_told_who_has_it()
    {
        await PrivateData.CopyAsync(folder);
        using var host = await ServerHost.StartAsync([folder.Path]);

        var refusal = await RefusedAsync(new PrivatePostgres(folder.Path));

        Assert.Contains($"process {host.Process.Id}", refusal, StringComparison.Ordinal);
        Assert.Contains("Evidence__DataFolder", refusal, StringComparison.Ordinal);
        Assert.True(Processes.IsRunning(host.ServerProcessId));
    }

    [Fact]
    public async Task Only_its_own_user_can_enter_the_folders()
    {
        await using var postgres = await StartAsync();

        string[] closed = [ServerFolder, Path.Combine(ServerFolder, "socket"), DataFolder];
        Assert.All(closed, path => Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path)));
    }

    [Fact]
    public async Task The_server_listens_on_no_network_address()
    {
        await PrivateData.CopyAsync(folder);
        await using var postgres = await StartAsync();
        using var client = new TcpClient();

        Assert.Equal("", await AskAsync(postgres, "select current_setting('listen_addresses')"));
        Assert.Empty(Processes.NetworkListeners(postgres.ServerProcessId!.Value));
    }

    [Fact]
    public void The_listener_check_sees_a_listener()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.Equal(!OperatingSystem.IsLinux(), Processes.NetworkListeners(Environment.ProcessId).Length == 0);
    }

    [Fact]
    public async Task A_long_data_folder_moves_the_socket_where_its_path_is_short()
    {
        var deep = Path.Combine(folder.Path, new string('d', 60), new string('e', 60));

        await using var postgres = await StartAsync(deep);

        var host = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;
        Assert.False(host.StartsWith(folder.Path, StringComparison.Ordinal));
        Assert.Equal(1, await AskAsync(postgres, "select 1"));
        await postgres.DisposeAsync();
        Directory.Delete(host);
    }

    [Fact]
    public async Task The_service_is_no_superuser()
    {
        await PrivateData.CopyAsync(folder);
        await using var postgres = await StartAsync();

        Assert.Equal(false, await AskAsync(postgres, "select rolsuper from pg_roles where rolname = current_user"));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused_with_the_ways_out()
    {
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var refusal = await RefusedAsync(new PrivatePostgres(file));

        Assert.Contains(file, refusal, StringComparison.Ordinal);
        Assert.Contains("Evidence__DataFolder", refusal, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Evidence", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_start_is_quoted()
    {
        var wrong = new Dictionary<string, string> { ["shared_buffers"] = "much" };

        var refusal = await RefusedAsync(new PrivatePostgres(folder.Path, settings: wrong));

        Assert.Contains("invalid value for parameter \"shared_buffers\": \"much\"", refusal, StringComparison.Ordinal);
        Assert.Contains("server.log", refusal, StringComparison.Ordinal);
    }

    private string DataFolder =>
        Directory.EnumerateDirectories(ServerFolder).Single(path => File.Exists(Path.Combine(path, "PG_VERSION")));

    private async Task<PrivatePostgres> StartAsync(string? dataFolder = null)
    {
        var postgres = new PrivatePostgres(dataFolder ?? folder.Path);
        await postgres.StartAsync(Ignore, CancellationToken.None);
        return postgres;
    }

    private static async Task<string> RefusedAsync(PrivatePostgres postgres) =>
        (await Assert.ThrowsAnyAsync<StartupException>(() => postgres.StartAsync(Ignore, CancellationToken.None))).Message;

    private static async Task<object?> AskAsync(PrivatePostgres postgres, string statement)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }

    private static async Task EndsAsync(int process)
    {
        for (var tries = 0; Processes.IsRunning(process) && tries < 150; tries++) await Task.Delay(100);
        Assert.False(Processes.IsRunning(process), $"process {process} still runs");
    }

    private static void Ignore(string message)
    {
    }
}
