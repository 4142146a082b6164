using System.Reflection;
using System.Xml.Linq;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>The summaries of the code, which are also the texts of the OpenAPI document and of the CSV dictionaries.</summary>
public static class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = Files()
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        .DistinctBy(member => member.Attribute("name")!.Value) // Generated code comes twice.
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The files of the assemblies that the contract is made of.</summary>
    public static IEnumerable<string> Files() =>
        new[] { typeof(XmlDocs).Assembly, typeof(Catalogue.Study).Assembly, typeof(Formats.Citations.CslItem).Assembly }
            .Select(assembly => Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml"));

    /// <summary>The summary of a property, in one line; empty where it has none.</summary>
    public static string SummaryOf(PropertyInfo property) =>
        Members.TryGetValue($"P:{property.DeclaringType!.FullName}.{property.Name}", out var member)
            ? OneLine(member.Element("summary")?.Value ?? "")
            : "";

    /// <summary>The example of a property; empty where it has none.</summary>
    public static string ExampleOf(PropertyInfo property) =>
        Members.TryGetValue($"P:{property.DeclaringType!.FullName}.{property.Name}", out var member) ? OneLine(member.Element("example")?.Value ?? "") : "";

    /// <summary>The summary of a type, in one line; empty where it has none.</summary>
    public static string SummaryOf(Type type) =>
        Members.TryGetValue($"T:{type.FullName}", out var member) ? OneLine(member.Element("summary")?.Value ?? "") : "";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
