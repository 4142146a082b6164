using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Evidence.Api.Tests.Testing;

/// <summary>
/// Keeps what other programs (npm, R, compilers) made of some content under a digest of that content, so that a run does the work once and a
/// later run on the same content does not do it again. Only what succeeded is kept. EVIDENCE_TEST_CACHE names another folder; an empty
/// one makes everything anew.
/// </summary>
internal static class ContentCache
{
    private static readonly string Root = FindRoot();
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> OfThisRun = new();

    /// <summary>Returns the digest of the parts, each of which counts with its length.</summary>
    public static string Digest(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))))[..40];

    /// <summary>Returns the text that was kept under the digest, or makes and keeps it.</summary>
    public static Task<string> TextAsync(string kind, string digest, Func<Task<string>> make) => OnceAsync(kind, digest, async path =>
    {
        if (File.Exists(path))
            return await File.ReadAllTextAsync(path);
        var text = await make();
        var written = NewPath(path);
        await File.WriteAllTextAsync(written, text);
        File.Move(written, path, overwrite: true);
        return text;
    });

    /// <summary>Returns the folder that was kept under the digest, or makes one, lets it be filled, and keeps it.</summary>
    public static Task<string> FolderAsync(string kind, string digest, Func<string, Task> fill) => OnceAsync(kind, digest, async path =>
    {
        if (Directory.Exists(path))
            return path;
        var filled = Directory.CreateDirectory(NewPath(path)).FullName;
        try
        {
            await fill(filled);
            Directory.Move(filled, path);
        }
        catch (IOException) when (Directory.Exists(path)) // Another run was faster.
        {
            Directory.Delete(filled, recursive: true);
        }

        return path;
    });

    private static Task<string> OnceAsync(string kind, string digest, Func<string, Task<string>> findOrMake)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, kind)).FullName, digest);
        return OfThisRun.GetOrAdd(path, _ => new Lazy<Task<string>>(() => findOrMake(path))).Value;
    }

    private static string NewPath(string path) => $"{path}.{Guid.NewGuid():N}";

    private static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable("EVIDENCE_TEST_CACHE") is { Length: > 0 } given)
            return Directory.CreateDirectory(given).FullName;
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        try
        {
            return Directory.CreateDirectory(Path.Combine(caches, "evidence-tests")).FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Directory.CreateTempSubdirectory("evidence-tests-").FullName; // A user without a home that can be written.
        }
    }
}
