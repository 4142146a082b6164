using System.Reflection;

namespace Evidence.Api.Tests.House;

/// <summary>What each project of src may be built on, and that the pure ones reach neither network nor database nor files nor clock.</summary>
[Trait("Lane", "fast")]
public sealed class LayerTests
{
    /// <summary>The layers: the projects that each may reference, and the packages of the pure ones; null for one that may use any package.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[]? Packages)> Layers = new()
    {
        ["Evidence.Catalogue"] = ([], []),
        ["Evidence.Statistics"] = ([], ["MathNet.Numerics"]),
        ["Evidence.Synthesis"] = (["Evidence.Catalogue", "Evidence.Statistics"], []),
        ["Evidence.Plots"] = (["Evidence.Catalogue", "Evidence.Statistics", "Evidence.Synthesis"], []),
        ["Evidence.Formats"] = (["Evidence.Catalogue", "Evidence.Synthesis"], ["CsvHelper"]),
        ["Evidence.Store"] = (["Evidence.Catalogue", "Evidence.Statistics", "Evidence.Synthesis"], null),
        ["Evidence.Explorer"] =
            (["Evidence.Catalogue", "Evidence.Statistics", "Evidence.Synthesis", "Evidence.Plots", "Evidence.Formats", "Evidence.Store"], null),
        ["Evidence.Api"] =
            (["Evidence.Catalogue", "Evidence.Statistics", "Evidence.Synthesis", "Evidence.Plots", "Evidence.Formats", "Evidence.Store", "Evidence.Explorer"], null),
    };

    private static readonly string[] Web = ["Microsoft.AspNetCore"];

    private static readonly string[] Impure =
    [
        "System.Net.", "System.Data.", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.IO.File", "System.IO.Directory",
        "System.Environment", "System.TimeProvider", "System.Console", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Npgsql.", "Dapper.",
    ];

    private static readonly string[] ClockReadings = ["get_Now", "get_UtcNow", "get_Today"];

    /// <summary>In every iterator: it asks which thread it runs on.</summary>
    private const string MadeByTheCompiler = "get_CurrentManagedThreadId";

    public static TheoryData<string> Projects => [.. SourceAssemblies.Names];

    public static TheoryData<string> PureProjects => [.. SourceAssemblies.Names.Where(name => Layers[name].Packages is not null)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_built_on_its_layers_alone(string project)
    {
        Assert.True(Layers.TryGetValue(project, out var layer), $"{project} has no line in the table of layers");
        var references = Load(project).GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.NotEmpty(references);
        Assert.Empty(references.Where(name => name.StartsWith("Evidence.", StringComparison.Ordinal)).Except(layer.Projects));
        if (layer.Packages is { } packages)
            Assert.Empty(references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Except(layer.Projects).Except(packages));
        if (project is not ("Evidence.Api" or "Evidence.Explorer"))
            Assert.DoesNotContain(references, name => Web.Any(web => name.StartsWith(web, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void A_pure_project_knows_neither_network_nor_database_nor_files_nor_clock(string project)
    {
        var named = Load(project).GetTypes().SelectMany(type => CompiledCode.MembersNamed(type).Select(member => (Type: type, Member: member))).ToList();

        Assert.Contains(named, pair => pair.Member.DeclaringType == typeof(Enumerable)); // or the code was not read
        Assert.Empty(named.Where(pair => IsImpure(pair.Member)).Select(pair => $"{pair.Type}: {pair.Member.DeclaringType}.{pair.Member.Name}"));
    }

    private static Assembly Load(string project) => Assembly.Load(new AssemblyName(project));

    private static bool IsImpure(MemberInfo member) =>
        ClockReadings.Contains(member.Name)
        || (member.Name != MadeByTheCompiler
            && CompiledCode.TypesOf(member).Any(type => Impure.Any(name => (type.FullName ?? "").StartsWith(name, StringComparison.Ordinal))));
}
