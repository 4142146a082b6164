using System.Net;
using System.Net.Sockets;
using Evidence.Api.Tests.Database;
using Evidence.Api.Tests.Testing;
using Npgsql;

namespace Evidence.Api.Tests.Lifetime;

/// <summary>Whatever hinders a start is told in one sentence that says what to do, and the exit code is 1.</summary>
public sealed class StartErrorTests : IDisposable
{
    private const string Secret = "do-not-tell";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_wrong_password()
    {
        await using var postgres = await WaitForDatabaseTests.WithPasswordsAsync(folder);

        var sentence = await RefusedAsync(("ConnectionStrings__Evidence", $"{postgres.ConnectionString};Password={Secret}"));

        Assert.Contains("refuses the password", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_as_a_process_with_settings_in_its_environment_sees_it()
    {
        (string, string)[] settings =
        [
            ("ConnectionStrings__Evidence", $"Host=127.0.0.1;Port=1;Username=someone;Password={Secret}"), ("Evidence__DatabasePatienceSeconds", "2"),
        ];

        var sentence = Judge(await EvidenceCommand.StartAsync(settings, ""), lines: 1);

        Assert.Contains("did not accept a connection within 2 seconds", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Host=localhost;Passwort={Secret}")]
    [InlineData($"Host=localhost;Port=none;Password={Secret}")]
    [InlineData("localhost")]
    public async Task A_connection_string_that_cannot_be_read(string connection)
    {
        var sentence = await RefusedAsync(("ConnectionStrings__Evidence", connection));

        Assert.Contains("ConnectionStrings__Evidence", sentence, StringComparison.Ordinal);
        Assert.Contains("Host=localhost;Database=evidence", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1e300")]
    public async Task A_patience_that_is_no_number_of_seconds(string patience)
    {
        var sentence = await RefusedAsync(
            ("ConnectionStrings__Evidence", "Host=127.0.0.1;Port=1;Username=someone"), ("Evidence__DatabasePatienceSeconds", patience));

        Assert.Contains($"Evidence__DatabasePatienceSeconds is '{patience}'", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    public async Task A_limit_that_is_no_number_of_requests(string limit)
    {
        var sentence = await RefusedAsync(("Evidence__RequestsPerMinute", limit));

        Assert.Contains($"Evidence__RequestsPerMinute is '{limit}'", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Evidence__MostStreams", "Evidence__MostStreams is now called Evidence__MaxStreams; set that instead.")]
    [InlineData("Evidence__RequestPerMinute", "Evidence__RequestPerMinute is no setting of this service (did you mean Evidence__RequestsPerMinute?)")]
    [InlineData("Evidence__Oidc__Issuers", "its settings are Evidence__DataFolder, Evidence__CatalogueFolder, ")]
    public async Task A_setting_that_is_old_or_unknown(string name, string expected)
    {
        var sentence = await RefusedAsync((name, "1"));

        Assert.Contains(expected, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made()
    {
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var sentence = await RefusedAsync(("Evidence__DataFolder", Path.Combine(file, "inside")));

        Assert.Contains(file, sentence, StringComparison.Ordinal);
        Assert.Contains("Set Evidence__DataFolder to another folder", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read()
    {
        var database = await TestServer.CreateEmptyDatabaseAsync();
        await ExecuteAsync(database, "do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$");

        var sentence = await RefusedAsync(("ConnectionStrings__Evidence", database));

        Assert.Contains("cannot execute CREATE TABLE in a read-only transaction", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_migrated()
    {
        var database = await TestServer.CreateFromTemplateAsync("catalogue", EvidenceService.PrepareAsync);
        await ExecuteAsync(database, "insert into schema_migration (number, name, digest, applied_at) values (9999, '9999_to_come', 'unknown', now())");

        var sentence = await RefusedAsync(("ConnectionStrings__Evidence", database));

        Assert.Contains("newer than this program: it has migration 9999_to_come", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_had_been_applied()
    {
        var database = await TestServer.CreateFromTemplateAsync("catalogue", EvidenceService.PrepareAsync);
        await ExecuteAsync(database, "update schema_migration set digest = repeat('0', 64) where number = 1");

        var sentence = await RefusedAsync(("ConnectionStrings__Evidence", database));

        Assert.Contains("was changed after it had been applied", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_folder_that_is_not_there()
    {
        var missing = Path.Combine(folder.Path, "missing");

        var sentence = await RefusedAsync(await EmptyAsync(), lines: 1, ("Evidence__CatalogueFolder", missing));

        Assert.Contains($"no catalogue folder {missing}", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("studies")]
    [InlineData("claims.json")]
    public async Task A_catalogue_folder_that_lacks_a_part(string part)
    {
        CopyCatalogue();
        if (part == "studies")
            Directory.Delete(Path.Combine(folder.Path, part), recursive: true);
        else
            File.Delete(Path.Combine(folder.Path, part));

        var sentence = await RefusedAsync(await EmptyAsync(), lines: 1, ("Evidence__CatalogueFolder", folder.Path));

        Assert.Contains(Path.Combine(folder.Path, part), sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"id\": \"zarate-2006\" ", "zarate-2006.json")]
    [InlineData("{}", "zarate-2006.json")]
    [InlineData("[]", "zarate-2006.json")]
    [InlineData("", "zarate-2006.json")]
    public async Task A_faulty_record_is_named_with_its_fault(string content, string file)
    {
        CopyCatalogue();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "studies", file), content);

        var sentences = await RefusedAsync(await EmptyAsync(), lines: 20, ("Evidence__CatalogueFolder", folder.Path));

        Assert.Contains(" error", sentences, StringComparison.Ordinal);
        Assert.Contains($"  {file} ", sentences, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_has()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var sentence = await RefusedAsync(await LoadedAsync(), lines: 1, ("urls", taken));

        Assert.Contains(taken, sentence, StringComparison.Ordinal);
        Assert.Contains("--urls", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://192.0.2.1:5000")]
    [InlineData("ftp://127.0.0.1:5000")]
    public async Task An_address_that_nobody_can_listen_on(string address)
    {
        var sentence = await RefusedAsync(await LoadedAsync(), lines: 1, ("urls", address));

        Assert.Contains("--urls", sentence, StringComparison.Ordinal);
    }

    private static async Task<(string, string)> EmptyAsync() => ("ConnectionStrings__Evidence", await TestServer.CreateEmptyDatabaseAsync());

    private static async Task<(string, string)> LoadedAsync() =>
        ("ConnectionStrings__Evidence", await TestServer.CreateFromTemplateAsync("catalogue", EvidenceService.PrepareAsync));

    private static Task<string> RefusedAsync(params (string, string)[] settings) => RefusedAsync(("DOTNET_NOLOGO", "1"), lines: 1, settings);

    /// <summary>Starts the service inside this process, with the settings as words: what it says and returns is what a process would.</summary>
    private static async Task<string> RefusedAsync((string, string) first, int lines, params (string Name, string Value)[] settings)
    {
        var words = settings.Prepend(first).Append(("urls", "http://127.0.0.1:0")).DistinctBy(setting => setting.Item1)
            .Select(setting => $"--{setting.Item1.Replace("__", ":", StringComparison.Ordinal)}={setting.Item2}");
        return Judge(await EvidenceCommand.RunAsync(["serve", .. words]), lines);
    }

    private static string Judge(EvidenceCommand service, int lines)
    {
        Assert.Equal(1, service.ExitCode);
        Assert.InRange(service.Errors.Split('\n').Length, 1, lines);
        var said = service.Output + service.Errors;
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.Matches("^[A-Z/].*[.…)\"a-z0-9]$", service.Errors.Split('\n')[0].TrimEnd(':'));
        return service.Errors;
    }

    private static async Task ExecuteAsync(string database, string statement)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private void CopyCatalogue()
    {
        var catalogue = Path.Combine(AppContext.BaseDirectory, "catalogue");
        Directory.CreateDirectory(Path.Combine(folder.Path, "studies"));
        foreach (var file in Directory.EnumerateFiles(catalogue, "*.json", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(folder.Path, Path.GetRelativePath(catalogue, file)));
    }
}
