using System.Reflection;

namespace Evidence.Api.Tests.House;

public sealed class ArrowTests
{
    /// <summary>Which features a feature may know. All may know Hosting; arrows run towards the nouns.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Outcomes"] = ["Studies"],
        ["Effects"] = ["Studies"],
        ["MetaAnalysis"] = ["Effects"],
        // A change of a record is a change of the effects that follow from it.
        ["Changes"] = ["Effects"],
        ["TimeCourse"] = ["MetaAnalysis", "Effects"],
        ["Network"] = ["MetaAnalysis", "Effects"],
        // A claim is weighed by the numbers of the others.
        ["Claims"] = ["TimeCourse", "MetaAnalysis", "Effects"],
        ["Onset"] = ["Studies"],
        ["RiskOfBias"] = ["Studies"],
        ["Facets"] = ["Studies"],
        ["Citation"] = ["Studies"],
        // A key or a release is made by the same rules, whether it is asked for over HTTP or on the command line.
        ["Hosting.Commands"] = ["Keys", "Releases"],
        // The pages show what all the others answer.
        ["Explorer"] = ["Changes", "Claims", "Effects", "Facets", "MetaAnalysis", "Network", "Onset", "Outcomes", "Revisions", "RiskOfBias", "Studies", "TimeCourse"],
        // The filter tables hold the rows that the lists send, so filling them is to know the rows.
        ["Hosting.Store"] = ["Studies", "Outcomes", "Effects", "Onset", "RiskOfBias", "Changes"],
    };

    private static readonly string[] Impure =
    [
        "System.Net.", "System.Data.", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.IO.File", "System.IO.Directory",
        "System.Environment", "System.TimeProvider", "System.Console", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Npgsql.", "Dapper.",
    ];

    private static readonly string[] ClockReadings = ["get_Now", "get_UtcNow", "get_Today"];

    /// <summary>In every iterator: it asks which thread it runs on.</summary>
    private const string MadeByTheCompiler = "get_CurrentManagedThreadId";

    [Fact]
    public void A_feature_knows_only_the_features_that_it_may_know()
    {
        var arrows = Arrows().ToHashSet();

        Assert.Contains(("Outcomes", "Studies"), arrows); // or the code was not read
        Assert.Empty(arrows.Where(arrow => !Allowed.GetValueOrDefault(arrow.From, []).Contains(arrow.To)).Select(arrow => $"{arrow.From} -> {arrow.To}"));
    }

    [Fact]
    public void No_arrow_leads_to_the_program()
    {
        var callers = OwnTypes().Where(type => Outermost(type) != typeof(Program))
            .Where(type => CompiledCode.MembersNamed(type).SelectMany(CompiledCode.TypesOf).Any(named => Outermost(named) == typeof(Program)));

        Assert.Empty(callers);
    }

    [Fact]
    public void The_catalogue_is_built_on_the_base_class_library_alone()
    {
        var references = typeof(Catalogue.Study).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_catalogue_knows_neither_network_nor_database_nor_files_nor_clock()
    {
        var named = typeof(Catalogue.Study).Assembly.GetTypes()
            .SelectMany(type => CompiledCode.MembersNamed(type).Select(member => (Type: type, Member: member))).ToList();

        Assert.Contains(named, pair => pair.Member.DeclaringType == typeof(System.Text.Json.JsonSerializer)); // or the code was not read
        Assert.Empty(named.Where(pair => IsImpure(pair.Member))
            .Select(pair => $"{pair.Type}: {pair.Member.DeclaringType}.{pair.Member.Name}"));
    }

    [Fact]
    public void The_formats_are_built_on_the_catalogue_alone_and_know_neither_network_nor_database_nor_files_nor_clock()
    {
        var library = typeof(Formats.Citations.Reference).Assembly;
        var named = library.GetTypes().SelectMany(type => CompiledCode.MembersNamed(type).Select(member => (Type: type, Member: member))).ToList();

        Assert.All(
            library.GetReferencedAssemblies().Select(assembly => assembly.Name!),
            name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "Evidence.Catalogue", name));
        Assert.Contains(named, pair => pair.Member.DeclaringType == typeof(System.Text.StringBuilder)); // or the code was not read
        Assert.Empty(named.Where(pair => IsImpure(pair.Member))
            .Select(pair => $"{pair.Type}: {pair.Member.DeclaringType}.{pair.Member.Name}"));
    }

    [Fact]
    public void The_statistics_are_built_on_the_base_class_library_and_MathNet_and_know_neither_studies_nor_network_nor_clock()
    {
        var library = typeof(Statistics.EffectSizes.EffectSize).Assembly;
        var named = library.GetTypes().SelectMany(type => CompiledCode.MembersNamed(type).Select(member => (Type: type, Member: member))).ToList();

        Assert.All(
            library.GetReferencedAssemblies().Select(assembly => assembly.Name!),
            name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "MathNet.Numerics", name));
        Assert.Contains(named, pair => pair.Member.DeclaringType == typeof(Math)); // or the code was not read
        Assert.Empty(named.Where(pair => IsImpure(pair.Member))
            .Select(pair => $"{pair.Type}: {pair.Member.DeclaringType}.{pair.Member.Name}"));
    }

    private static bool IsImpure(MemberInfo member) =>
        ClockReadings.Contains(member.Name)
        || (member.Name != MadeByTheCompiler
            && CompiledCode.TypesOf(member).Any(type => Impure.Any(name => (type.FullName ?? "").StartsWith(name, StringComparison.Ordinal))));

    private static IEnumerable<(string From, string To)> Arrows() =>
        from type in OwnTypes()
        let feature = Feature(type)
        where feature is not null
        from named in CompiledCode.MembersNamed(type).SelectMany(CompiledCode.TypesOf)
        let other = Feature(named)
        where other is not null && other != feature && !other.StartsWith("Hosting", StringComparison.Ordinal)
        select (feature, other);

    /// <summary>The folder of a type: <c>Studies</c>, <c>Hosting.Store</c>; nothing for what is not the service's own.</summary>
    private static string? Feature(Type type) =>
        Outermost(type).Namespace?.Split('.') switch
        {
            ["Evidence", "Api", "Hosting", var part, ..] => $"Hosting.{part}",
            ["Evidence", "Api", var folder, ..] => folder,
            _ => null,
        };

    private static Type Outermost(Type type) => type.DeclaringType is { } owner ? Outermost(owner) : type;

    private static Type[] OwnTypes() => typeof(Program).Assembly.GetTypes();
}
