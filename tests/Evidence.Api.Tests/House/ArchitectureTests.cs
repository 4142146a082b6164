using Xunit.Abstractions;

namespace Evidence.Api.Tests.House;

[Trait("Lane", "fast")]
public sealed class ArchitectureTests(ITestOutputHelper report)
{
    private static readonly Lazy<IReadOnlyCollection<(NamedType From, NamedType To)>> Here = new(() => NamedTypes.Read(typeof(ArchitectureTests).Assembly.Location));

    [Fact]
    public void No_namespace_depends_on_itself_by_way_of_others()
    {
        var graph = NamespaceGraph.Read(SourceAssemblies.Names);
        report.WriteLine($"{graph.Nodes.Count()} namespaces");

        Assert.True(graph.HasArrow("Evidence.Catalogue.Rules", "Evidence.Catalogue"), "the compiled code was not read");
        var cycle = graph.ShortestCycle();
        var tangles = graph.Tangles().Select(tangle => $"{tangle.Count} namespaces that depend on each other: {string.Join(", ", tangle)}");
        Assert.True(cycle.Count == 0, string.Join(Environment.NewLine, cycle.Prepend("The shortest cycle:").Concat(tangles)));
    }

    [Fact]
    public void The_shortest_cycle_is_found_and_told()
    {
        var graph = NamespaceGraph.Build(
            [("A", "B", "1"), ("B", "C", "2"), ("C", "D", "3"), ("D", "A", "4"), ("C", "B.X", "5"), ("B.X", "C", "6"), ("E", "A", "7"), ("E", "E", "8")]);

        Assert.Equal(["B.X -> C (6)", "C -> B.X (5)"], graph.ShortestCycle());
        Assert.Equal([["A", "B", "B.X", "C", "D"]], graph.Tangles());
        Assert.Empty(NamespaceGraph.Build([("A", "B", "1"), ("A", "C", "2"), ("B", "C", "3"), ("C", "C", "4")]).ShortestCycle());
    }

    [Theory]
    [InlineData(typeof(NamesByBaseType), "EvidenceService")]
    [InlineData(typeof(NamesByInterface), "IAsyncLifetime")]
    [InlineData(typeof(NamesByAttribute), "VocabularyAttribute")]
    [InlineData(typeof(NamesByAttributeArgument), "Study")]
    [InlineData(typeof(NamesByConstraint<>), "EvidenceService")]
    [InlineData(typeof(NamesByField), "Study")]
    [InlineData(typeof(NamesByEvent), "Study")]
    [InlineData(typeof(NamesBySignature), "Study")]
    [InlineData(typeof(NamesByLocal), "Study")]
    [InlineData(typeof(NamesByTypeArgument), "Study")]
    [InlineData(typeof(NamesByCatch), "NpgsqlException")]
    [InlineData(typeof(NamesByClosure), "Study")]
    [InlineData(typeof(NamesByIterator), "Study")]
    [InlineData(typeof(NamesByEnumMember), "Severity")]
    public void A_type_is_seen_wherever_it_is_named(Type user, string named) =>
        Assert.Contains(Here.Value, pair => pair.From.Name == user.Name && pair.To.Name == named);
}
