using System.Reflection;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Layout;
using Microsoft.AspNetCore.Routing;

namespace Evidence.Api.Tests.House;

[Trait("Lane", "fast")]
public sealed class FolderTests
{
    private static readonly string[] SaysNothing = ["Services", "Helpers", "Utils", "Models", "Common"];

    /// <summary>The folders of Evidence.Api whose URL is not below <c>/v1</c>, and those that are no URL.</summary>
    private static readonly string[] WithoutVersion = ["Health"], NoUrl = ["Http", "OpenApi", "Security", "Commands", "Properties"];

    [Fact]
    public void Folders_are_the_first_segments_of_the_routes()
    {
        var folders = Directory.EnumerateDirectories(Repository.At("src/Evidence.Api"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any())
            .Select(folder => Path.GetFileName(folder))
            .Except(NoUrl);

        Assert.Equal(
            folders.Select(folder => WithoutVersion.Contains(folder) ? $"/{Kebab(folder)}" : $"/v1/{Kebab(folder)}").Order(StringComparer.Ordinal),
            Routes().Select(route => FirstSegment(route.RoutePattern.RawText!)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_operation_lives_in_a_file_of_its_own_in_the_folder_of_its_route()
    {
        // Where the method is the route's own; .csv, .ndjson and their like are made for every list alike.
        var handlers = Routes()
            .Select(route => (Path: route.RoutePattern.RawText!, Type: route.Metadata.GetRequiredMetadata<MethodInfo>().DeclaringType!))
            .Where(handler => !handler.Type.IsNested && !NoUrl.Contains(handler.Type.Namespace!.Split('.')[^1]))
            .ToList();

        Assert.NotEmpty(handlers);
        Assert.All(handlers, handler =>
        {
            var folder = handler.Type.Namespace!["Evidence.Api.".Length..];
            Assert.EndsWith("/" + Kebab(folder), FirstSegment(handler.Path), StringComparison.Ordinal);
            Assert.True(File.Exists(Repository.At($"src/Evidence.Api/{folder}/{handler.Type.Name}.cs")), $"{handler.Type} has no file of its name");
        });
        Assert.Empty(handlers
            .Where(handler => !handler.Type.Name.EndsWith("Routes", StringComparison.Ordinal)) // two lines each, such as /health/live
            .GroupBy(handler => handler.Type).Where(file => file.Count() > 1).Select(file => file.Key.Name));
    }

    [Fact]
    public void A_page_lives_in_a_file_of_its_own_in_the_explorer()
    {
        var handlers = AllRoutes().Where(route => route.Metadata.GetMetadata<PageEndpoint>() is not null)
            .Select(route => route.Metadata.GetRequiredMetadata<MethodInfo>().DeclaringType!)
            .ToList();

        Assert.NotEmpty(handlers);
        Assert.All(handlers, handler =>
        {
            Assert.StartsWith("Evidence.Explorer.", handler.Namespace, StringComparison.Ordinal);
            var folder = handler.Namespace!["Evidence.Explorer.".Length..].Replace('.', Path.DirectorySeparatorChar);
            Assert.True(File.Exists(Repository.At($"src/Evidence.Explorer/{folder}/{handler.Name}.cs")), $"{handler} has no file of its name");
        });
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        var folders = Repository.Folders(Repository.At("src")).Concat(Repository.Folders(Repository.At("tests"))).Select(folder => Path.GetFileName(folder)).ToList();

        Assert.Contains("Studies", folders);
        Assert.Empty(folders.Intersect(SaysNothing, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_namespace_is_the_path_of_its_folder()
    {
        var files = Repository.CSharpFiles("src");

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var folder = Path.GetRelativePath(Repository.At("src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.True(File.ReadLines(file).Contains($"namespace {folder};"), $"{file} is not in namespace {folder}");
        });
    }

    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = SourceAssemblies.All.SelectMany(assembly => assembly.GetTypes()).ToList();

        var needless = types.Where(type => type.IsInterface)
            .Where(contract => types.Count(type => type != contract && contract.IsAssignableFrom(type)) < 2);

        Assert.Empty(needless);
    }

    /// <summary>The operations: what the OpenAPI document describes.</summary>
    internal static List<RouteEndpoint> Routes() =>
        [.. AllRoutes().Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })];

    private static IEnumerable<RouteEndpoint> AllRoutes()
    {
        var app = Program.Build(["--ConnectionStrings:Evidence=Host=nowhere"]);
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
    }

    internal static string FirstSegment(string path)
    {
        var segments = path.Trim('/').Split('/').Select(segment => segment.Split('.')[0]).ToArray();
        return segments[0] == "v1" ? $"/v1/{segments[1]}" : $"/{segments[0]}";
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}
