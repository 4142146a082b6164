using Evidence.Api.Http;
using Evidence.Api.Tests.Testing;
using Evidence.Formats.Problems;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Api.Tests.OpenApi;

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
            ProblemType.All.Select(type => ($"`{type.Urn}`", $"{type.Status}")),
            Rows.Select(row => (row[0], row[1])));
        Assert.All(Rows, row => Assert.True(row is [_, _, { Length: > 10 }, { Length: > 10 }], row[0]));
    }

    [Fact]
    public void Limits_are_those_of_the_code()
    {
        Assert.Contains($"`limit` (1 to {ListDefinition.MaxRows}; {ListDefinition.DefaultLimit})", Text, StringComparison.Ordinal);
        Assert.Contains($"At most {Parameter.MaxValues} values a list, {Parameter.DefaultMaxLength} characters a value, 16 384 characters a query.", Text, StringComparison.Ordinal);
        Assert.Equal(16_384, HttpConventions.MaxQueryLength);
    }
}
