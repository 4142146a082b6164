using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Evidence.Api.Tests.House;

/// <summary>The names that the code of an assembly gives to things, read from its metadata and its debugging symbols, so that no text or comment counts.</summary>
internal sealed partial class Identifiers : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReaderProvider symbols;
    private readonly MetadataReader metadata;
    private readonly MetadataReader debug;

    private Identifiers(string path)
    {
        file = new PEReader(File.OpenRead(path));
        metadata = file.GetMetadataReader();
        symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, "pdb")));
        debug = symbols.GetMetadataReader();
    }

    /// <summary>Returns the name of every method, local functions too, each with its type.</summary>
    public static IReadOnlyList<(string Type, string Name)> Methods(string assembly)
    {
        using var reader = new Identifiers(SourceAssemblies.PathOf(assembly));
        return [.. reader.Types().SelectMany(type => type.Definition.GetMethods().Select(method => (type.Name, Own(reader.Text(reader.metadata.GetMethodDefinition(method).Name)))))];
    }

    /// <summary>Returns every identifier: of types, members, type parameters, parameters and local variables, each with its type.</summary>
    public static IReadOnlyList<(string Type, string Name)> All(string assembly)
    {
        using var reader = new Identifiers(SourceAssemblies.PathOf(assembly));
        return [.. reader.Types().SelectMany(type => reader.NamesIn(type.Definition).Select(name => (type.Name, Own(name)))).Where(pair => pair.Item2 != "").Distinct()];
    }

    /// <summary>Returns the full name of every type that is not nested in another and that the compiler or a generator did not make.</summary>
    public static IReadOnlyList<(string Namespace, string Name)> OutermostTypes(string assembly)
    {
        using var reader = new Identifiers(SourceAssemblies.PathOf(assembly));
        return
        [
            .. reader.metadata.TypeDefinitions.Select(reader.metadata.GetTypeDefinition)
                .Where(type => type.GetDeclaringType().IsNil)
                .Select(type => (Namespace: reader.Text(type.Namespace), Name: reader.Text(type.Name)))
                .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && (type.Namespace + ".").StartsWith(assembly + ".", StringComparison.Ordinal)),
        ];
    }

    public void Dispose()
    {
        file.Dispose();
        symbols.Dispose();
    }

    private IEnumerable<(string Name, TypeDefinition Definition)> Types() =>
        metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Select(type => (Text(type.Name), type));

    private IEnumerable<string> NamesIn(TypeDefinition type) =>
        type.GetFields().Select(each => Text(metadata.GetFieldDefinition(each).Name))
            .Concat(type.GetProperties().Select(each => Text(metadata.GetPropertyDefinition(each).Name)))
            .Concat(type.GetEvents().Select(each => Text(metadata.GetEventDefinition(each).Name)))
            .Concat(type.GetGenericParameters().Select(each => Text(metadata.GetGenericParameter(each).Name)))
            .Concat(type.GetMethods().SelectMany(NamesIn))
            .Append(Text(type.Name));

    private IEnumerable<string> NamesIn(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        return method.GetParameters().Select(each => Text(metadata.GetParameter(each).Name))
            .Concat(debug.GetLocalScopes(handle).SelectMany(scope => debug.GetLocalScope(scope).GetLocalVariables())
                .Select(local => debug.GetString(debug.GetLocalVariable(local).Name)))
            .Concat(debug.GetLocalScopes(handle).SelectMany(scope => debug.GetLocalScope(scope).GetLocalConstants())
                .Select(local => debug.GetString(debug.GetLocalConstant(local).Name)))
            .Append(Text(method.Name));
    }

    private string Text(StringHandle handle) => metadata.GetString(handle);

    /// <summary>Returns the name as it was written: the compiler wraps it for a local function, an iterator or a property's field.</summary>
    private static string Own(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local)
            return local.Groups[1].Value;
        if (name.StartsWith('<'))
            return name[1..name.IndexOf('>', StringComparison.Ordinal)];
        return Accessor().Replace(name[(name.LastIndexOf('.') + 1)..], "");
    }

    [GeneratedRegex(@"^<[^>]*>g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex("^(get|set|add|remove)_")]
    private static partial Regex Accessor();
}
