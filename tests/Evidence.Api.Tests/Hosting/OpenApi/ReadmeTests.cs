using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Hosting.OpenApi;

public sealed class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Repository.At("openapi/README.md"));

    private static readonly string[][] Rows =
        [.. Text.Split('\n').Where(line => line.StartsWith("| `urn:", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    [Fact]
    public void Every_problem_is_documented_with_its_status_when_it_comes_and_what_to_do()
    {
        Assert.Equal(
            ProblemTypes.All.Select(type => ($"`{type.Urn}`", $"{type.Status}")),
            Rows.Select(row => (row[0], row[1])));
        Assert.All(Rows, row => Assert.True(row is [_, _, { Length: > 10 }, { Length: > 10 }], row[0]));
    }

    [Fact]
    public void Limits_are_those_of_the_code()
    {
        Assert.Contains($"`limit` (1 to {ListDefinition.MostRows}; {ListDefinition.DefaultLimit})", Text, StringComparison.Ordinal);
        Assert.Contains($"At most {Parameter.MostValues} values a list, {Parameter.LongestText} characters a value, 16 384 characters a query.", Text, StringComparison.Ordinal);
        Assert.Equal(16_384, HttpConventions.LongestQuery);
    }
}
