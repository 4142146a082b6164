using System.Reflection;

namespace Evidence.Api.Tests.House;

/// <summary>The fast lane, <c>dotnet test --filter Lane=fast</c>, leaves no part of the service out.</summary>
[Trait("Lane", "fast")]
public sealed class FastLaneTests
{
    [Fact]
    public void Every_route_group_has_a_fast_test_over_HTTP()
    {
        var asked = FastClasses().SelectMany(Texts).Where(text => text.StartsWith('/')).ToHashSet();
        var groups = FolderTests.Routes().Select(route => FolderTests.FirstSegment(route.RoutePattern.RawText!)).Distinct().ToList();

        Assert.Contains("/v1/studies", groups);
        Assert.Contains("/health", groups);
        Assert.Equal([], groups.Where(group => !asked.Any(address => IsIn(address, group))));
        Assert.Contains("/", asked); // the pages
    }

    /// <summary>The classes that use a service and are marked as a whole.</summary>
    private static IEnumerable<Type> FastClasses() =>
        typeof(FastLaneTests).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IClassFixture<>)))
            .Where(type => type.CustomAttributes.Any(attribute =>
                attribute.AttributeType == typeof(TraitAttribute) && attribute.ConstructorArguments is [{ Value: "Lane" }, { Value: "fast" }]));

    /// <summary>Returns what a class asks for: the texts of its methods, of what the compiler made of them, and of its lines of data.</summary>
    private static IEnumerable<string> Texts(Type type) =>
        CompiledCode.Texts(type)
            .Concat(type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).SelectMany(Texts))
            .Concat(type.GetMethods().SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method).Single().OfType<string>())));

    private static bool IsIn(string address, string group) =>
        address.StartsWith(group, StringComparison.Ordinal) && (address.Length == group.Length || address[group.Length] is '/' or '?' or '.');
}
