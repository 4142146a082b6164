using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Commands;

[Trait("Lane", "fast")]
public sealed class UsageTests
{
    private const string Nowhere = "--ConnectionStrings:Evidence=Host=127.0.0.1;Port=1;Username=nobody";

    [Theory]
    [InlineData("valdate", "There is no command valdate; did you mean validate?")]
    [InlineData("publish", "There is no command publish.")]
    [InlineData("validate", "Required argument missing")]
    [InlineData("validate no-such-file.json", "There is no file or folder no-such-file.json")]
    [InlineData("export", "--to FOLDER")]
    [InlineData("export --to somewhere --format ndjson", "leave --to out")]
    [InlineData("export --to somewhere --format xml", "xml")]
    [InlineData("export --to somewhere --revision newest", "newest")]
    [InlineData("verify everything", "everything")]
    [InlineData("migrate --quickly", "--quickly")]
    [InlineData("keys", "Required command was not provided")]
    [InlineData("keys creat", "There is no command creat; did you mean create?")]
    [InlineData("keys create --role curator", "--name")]
    [InlineData("keys create --role owner --name Jane", "owner")]
    [InlineData("keys create --role admin --name Jane --expires soon", "'soon' is no date")]
    [InlineData("keys revoke", "Required argument missing")]
    public async Task Wrong_usage_exits_with_2_and_says_where_help_is(string words, string complaint)
    {
        var ended = await EvidenceCommand.RunAsync(words.Split(' '));

        Assert.Equal(2, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Contains(complaint, ended.Errors, StringComparison.Ordinal);
        Assert.EndsWith("--help tells more.", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_the_program_lists_every_command_and_each_command_has_its_own()
    {
        var root = await EvidenceCommand.RunAsync("--help");
        var names = root.Lines.SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).ToList();

        Assert.Equal(0, root.ExitCode);
        Assert.Superset(new HashSet<string> { "serve", "validate", "migrate", "export", "verify", "keys" }, names.ToHashSet());
        foreach (var name in names)
        {
            var help = await EvidenceCommand.RunAsync(name, "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.Contains($"Examples:\n  Evidence.Api {name}", help.Output, StringComparison.Ordinal);
            Assert.Contains("Exit codes:\n  0  ", help.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("valdate", 2, "", "--help tells more.")]
    [InlineData("validate --help", 0, "Exit codes:", "")]
    public async Task The_process_ends_with_the_exit_code_of_its_command(string words, int exitCode, string output, string errors)
    {
        var ended = await EvidenceCommand.StartAsync([], "", words.Split(' '));

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Contains(output, ended.Output, StringComparison.Ordinal);
        Assert.Equal(output == "", ended.Output == "");
        Assert.EndsWith(errors, ended.Errors, StringComparison.Ordinal);
        Assert.Equal(errors == "", ended.Errors == "");
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var ended = await EvidenceCommand.RunAsync("--version");

        Assert.Equal(0, ended.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", ended.Output);
    }

    [Theory]
    [InlineData("--environment=Production")]
    [InlineData("--environment Production")]
    [InlineData("serve")]
    [InlineData("serve --environment Production")]
    [InlineData("migrate")]
    [InlineData("verify")]
    [InlineData("export --format ndjson")]
    public async Task Settings_follow_every_command_and_none(string words)
    {
        var ended = await EvidenceCommand.RunAsync([.. words.Split(' '), Nowhere, "--Evidence:DatabasePatienceSeconds=1"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("at 127.0.0.1:1 did not accept a connection within 1 seconds", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("export --format ndjson")]
    public async Task A_database_without_the_schema_is_told_so(string words)
    {
        var database = new TestDatabase(await TestServer.CreateEmptyDatabaseAsync());

        var ended = await EvidenceCommand.RunAsync(database, words.Split(' '));

        Assert.Equal(1, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Contains("lacks migration 0001_revisions", ended.Errors, StringComparison.Ordinal);
    }
}
