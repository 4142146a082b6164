using System.Reflection;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.House;

/// <summary>The assemblies of the projects in src, as they lie beside this one.</summary>
internal static class SourceAssemblies
{
    /// <summary>Names every project of src, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Repository.At("src"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => File.Exists(Repository.At($"src/{name}/{name}.csproj")))
            .Order(StringComparer.Ordinal)];

    /// <summary>Loads every assembly of src.</summary>
    public static IReadOnlyList<Assembly> All { get; } = [.. Names.Select(name => Assembly.Load(new AssemblyName(name)))];

    /// <summary>Gives the path of the compiled assembly; a project that no test assembly references is an error.</summary>
    public static string PathOf(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"The tests do not reference {name}, so that nothing here would look at it.", path);
    }
}
