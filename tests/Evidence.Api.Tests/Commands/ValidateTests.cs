using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Commands;

public sealed class ValidateTests : IDisposable
{
    private const string Study = "ionescu-2021.json";

    private readonly TemporaryFolder folder = new();
    private readonly string catalogue = Path.Combine(AppContext.BaseDirectory, "catalogue");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_catalogue_of_this_checkout_has_no_errors()
    {
        var ended = await EvidenceCommand.RunAsync("validate", catalogue);

        Assert.Equal(0, ended.ExitCode);
        Assert.Matches(@"^Files: \d+; studies: \d\d+, claims: \d\d, questions: \d+; errors: 0, warnings: \d+$", ended.Lines[^1]);
        Assert.All(ended.Lines[..^1], line => Assert.Contains(": warning: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_is_a_line_with_file_pointer_and_what_is_allowed()
    {
        var file = Path.Combine(folder.Path, Study);
        await File.WriteAllTextAsync(file, await FaultyStudyAsync());

        var ended = await EvidenceCommand.RunAsync("validate", file);

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith($"{file} /design: 'parallel' is no design", ended.Lines[0], StringComparison.Ordinal);
        Assert.Contains("(allowed: randomized-parallel, ", ended.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Files: 1; studies: 1, claims: 0, questions: 0; errors: 1, warnings: 0", ended.Lines[^1]);
    }

    [Fact]
    public async Task Standard_input_is_read_for_a_dash()
    {
        var ended = await EvidenceCommand.StartAsync([], await FaultyStudyAsync(), "validate", "-");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("- /design: ", ended.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Studies_claims_and_questions_are_told_apart_by_what_is_in_them()
    {
        var copies = new List<string>();
        foreach (var (file, copy) in new[] { ($"studies/{Study}", "a"), ("claims.json", "b"), ("questions.json", "c") })
        {
            copies.Add(Path.Combine(folder.Path, copy));
            File.Copy(Path.Combine(catalogue, file), copies[^1]);
        }

        var ended = await EvidenceCommand.RunAsync(["validate", .. copies]);

        Assert.Equal(0, ended.ExitCode);
        Assert.Matches(@"^Files: 3; studies: 1, claims: \d\d, questions: \d\d; errors: 0, ", ended.Lines[^1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[[")]
    [InlineData("null")]
    [InlineData("no json at all")]
    public async Task What_is_no_record_is_an_error_and_no_crash(string content)
    {
        var file = Path.Combine(folder.Path, "some.json");
        await File.WriteAllTextAsync(file, content);

        var ended = await EvidenceCommand.RunAsync("validate", file);

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith($"{file} ", ended.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Files: 1; studies: 0, claims: 0, questions: 0; errors: 1, warnings: 0", ended.Lines[^1]);
        Assert.Equal("", ended.Errors);
    }

    [Fact]
    public async Task Records_of_a_folder_are_checked_against_each_other_and_the_finding_names_the_file()
    {
        foreach (var file in Directory.EnumerateFiles(catalogue, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(catalogue, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var twice = Path.Combine(folder.Path, "studies", "twice.json");
        File.Copy(Path.Combine(folder.Path, "studies", Study), twice);

        var ended = await EvidenceCommand.RunAsync("validate", folder.Path);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(ended.Lines, line => line.StartsWith($"{twice} /id: ", StringComparison.Ordinal));
    }

    private async Task<string> FaultyStudyAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(catalogue, "studies", Study));
        Assert.Contains("\"design\": \"randomized-parallel\"", text, StringComparison.Ordinal);
        return text.Replace("\"design\": \"randomized-parallel\"", "\"design\": \"parallel\"", StringComparison.Ordinal);
    }
}
