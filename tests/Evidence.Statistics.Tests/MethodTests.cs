using System.Reflection;
using System.Text.RegularExpressions;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Tests;

public partial class MethodTests
{
    public static TheoryData<string> Methods => [.. All.Select(Name)];

    private static IEnumerable<PropertyInfo> All => typeof(RandomEffects).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(Method));

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_has_a_name_and_a_work_to_cite_with_its_year_or_section(string name)
    {
        var method = (Method)All.Single(property => Name(property) == name).GetValue(null)!;

        Assert.Matches(@"^\p{Lu}.*[^.\s]$", method.Name);
        Assert.Matches(YearOrSection(), method.Citation);
    }

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    [GeneratedRegex(@"\b(19|20)\d\d\b|Cochrane Handbook .* section \d")]
    private static partial Regex YearOrSection();
}
