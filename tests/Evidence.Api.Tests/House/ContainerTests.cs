using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.House;

/// <summary>What would break the image, found without an engine to build it.</summary>
public sealed partial class ContainerTests
{
    [Fact]
    public void The_image_is_built_with_every_folder_that_the_projects_take_files_from()
    {
        var taken = Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => Included().Matches(File.ReadAllText(project)).Select(match => $"!{match.Groups[1].Value}/"))
            .Distinct()
            .ToList();

        Assert.NotEmpty(taken);
        Assert.Subset(LetThrough(), taken.Append("!src/").ToHashSet());
    }

    [Fact]
    public void The_image_is_built_with_every_file_at_the_top_that_a_build_reads()
    {
        string[] read = ["Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig"];

        Assert.All(read, file => Assert.True(File.Exists(Repository.At(file)), $"there is no {file} any more"));
        Assert.Subset(LetThrough(), read.Select(file => $"!{file}").ToHashSet());
    }

    [Fact]
    public void The_container_asks_for_an_address_that_the_service_has_on_the_port_it_listens_on()
    {
        var image = File.ReadAllText(Repository.At("src/Evidence.Api/Dockerfile"));
        var port = Port().Match(image).Groups[1].Value;

        Assert.Contains($"http://127.0.0.1:{port}/health/ready", image, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:8080:{port}", File.ReadAllText(Repository.At("docker-compose.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_advisory_on_a_package_does_not_stop_the_build_of_the_image()
    {
        var publish = File.ReadAllText(Repository.At("src/Evidence.Api/Dockerfile")).Split("RUN ")[1];

        Assert.Contains("-p:NuGetAudit=false", publish, StringComparison.Ordinal);
    }

    private static HashSet<string> LetThrough() => [.. File.ReadLines(Repository.At(".dockerignore"))];

    [GeneratedRegex("Include=\"\\.\\./\\.\\./([^/\"]+)/")]
    private static partial Regex Included();

    [GeneratedRegex("ASPNETCORE_HTTP_PORTS=(\\d+)")]
    private static partial Regex Port();
}
