using System.Text.RegularExpressions;
using Evidence.Api.Http;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.House;

public sealed partial class SettingTests
{
    [Fact]
    public void Every_setting_that_the_code_reads_is_documented()
    {
        var settings = EvidenceSettings.Names.Append("ConnectionStrings__Evidence").Append("EVIDENCE_TEST_DATABASE").ToList();

        Assert.Contains("Evidence__DataFolder", settings); // else the names were not read
        Assert.Contains("Evidence__DatabasePatienceSeconds", settings);
        var readme = File.Exists(Repository.At("README.md")) ? File.ReadAllText(Repository.At("README.md")) : "";
        Assert.All(settings, setting => Assert.True(Regex.IsMatch(readme, $@"\b{setting}\b"), $"README.md does not tell of {setting}"));
    }

    [Fact]
    public void Every_setting_that_a_message_or_a_container_names_is_read()
    {
        string[] files = [.. Repository.CSharpFiles("src"), Repository.At("docker-compose.yml")];
        var named = files.SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct();

        Assert.Empty(named.Except(EvidenceSettings.Names));
    }

    [Fact]
    public void No_setting_is_read_past_the_options() =>
        Assert.DoesNotContain(SourceAssemblies.All.SelectMany(CompiledCode.Texts), text => Key().IsMatch(text));

    [GeneratedRegex("^Evidence:[A-Za-z:]+$")]
    private static partial Regex Key();

    [GeneratedRegex("\\bEvidence__[A-Za-z_]+")]
    private static partial Regex Variable();
}
