using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.House;

public sealed partial class SettingTests
{
    [Fact]
    public void Every_setting_that_the_code_reads_is_documented()
    {
        var settings = Read().Append("ConnectionStrings__Evidence").Append("EVIDENCE_TEST_DATABASE").ToList();

        Assert.Contains("Evidence__DataFolder", settings); // or the code was not read
        Assert.Contains("Evidence__DatabasePatienceSeconds", settings);
        var readme = File.Exists(Repository.At("README.md")) ? File.ReadAllText(Repository.At("README.md")) : "";
        Assert.All(settings, setting => Assert.True(Regex.IsMatch(readme, $@"\b{setting}\b"), $"README.md does not tell of {setting}"));
    }

    [Fact]
    public void Every_setting_that_a_message_or_a_container_names_is_read()
    {
        string[] files = [.. Repository.CSharpFiles("src"), Repository.At("docker-compose.yml")];
        var named = files.SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct();

        Assert.Empty(named.Except(Read()));
    }

    private static List<string> Read() =>
        [.. CompiledCode.Texts(typeof(Program).Assembly)
            .Where(text => Key().IsMatch(text))
            .Select(text => text.Replace(":", "__", StringComparison.Ordinal))
            .Distinct()];

    [GeneratedRegex("^Evidence:[A-Za-z:]+$")]
    private static partial Regex Key();

    [GeneratedRegex("\\bEvidence__[A-Za-z_]+")]
    private static partial Regex Variable();
}
