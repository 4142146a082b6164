using System.Reflection;
using System.Xml.Linq;

namespace Evidence.Store.Documentation;

/// <summary>Reads the doc comments of the program, which are also the texts of the contract, of CSV dictionaries and of the fields of forms.</summary>
public static class MemberDocumentation
{
    private static readonly Dictionary<string, XElement> Members = Files
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        .DistinctBy(member => member.Attribute("name")!.Value) // Generated code comes twice.
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The documentation files that the compiler wrote beside the assemblies of the program.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(AppContext.BaseDirectory, "Evidence.*.xml").Order(StringComparer.Ordinal);

    /// <summary>Returns the summary of a type or property in one line; empty if it has none.</summary>
    public static string GetSummary(MemberInfo member) => GetText(member, "summary");

    /// <summary>Returns the example of a property in one line; empty if it has none.</summary>
    public static string GetExample(PropertyInfo property) => GetText(property, "example");

    private static string GetText(MemberInfo member, string element) =>
        Members.TryGetValue(FormatName(member), out var found) ? JoinLines(found.Element(element)?.Value ?? "") : "";

    private static string FormatName(MemberInfo member) => member is Type type ? $"T:{type.FullName}" : $"P:{member.DeclaringType!.FullName}.{member.Name}";

    private static string JoinLines(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
