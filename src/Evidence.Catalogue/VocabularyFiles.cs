using System.Reflection;

namespace Evidence.Catalogue;

/// <summary>Reads the files of <c>db/catalogue/vocabularies</c>, which are built into the library.</summary>
internal static class VocabularyFiles
{
    public static IEnumerable<Vocabulary> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("vocabularies/", StringComparison.Ordinal))
            .Select(name => Read(assembly, name));
    }

    private static Vocabulary Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var read = CatalogueJson.Read<Vocabulary>(bytes.ToArray());
        return read.Value ?? throw new InvalidDataException($"{resource} is no vocabulary: {read.Error!.Message}");
    }
}
