namespace Evidence.Api.Tests.Testing;

/// <summary>The checkout that the tests run from, for those that read its files.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path in the checkout.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Every C# file of a folder, without what a build made.</summary>
    public static IReadOnlyList<string> CSharpFiles(string folder) =>
        [.. Folders(At(folder)).SelectMany(inside => Directory.EnumerateFiles(inside, "*.cs")).Order(StringComparer.Ordinal)];

    /// <summary>The folder and all that it holds, without what a build made.</summary>
    public static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(inside => !Built.Contains(Path.GetFileName(inside)))
            .SelectMany(Folders)
            .Prepend(folder);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Evidence.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside a checkout."));
}
