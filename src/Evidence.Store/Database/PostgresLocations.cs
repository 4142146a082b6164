
namespace Evidence.Store.Database;

/// <summary>Describes where server binaries are downloaded from if the machine has none.</summary>
/// <param name="Repository">A Maven repository with the binaries of zonkyio/embedded-postgres-binaries.</param>
/// <param name="Folder">Where they are kept, for the next time as well.</param>
public sealed record PostgresDownload(string Repository, string Folder);

/// <summary>Lists the folders that are searched for server binaries.</summary>
/// <param name="Folders">Folders that may hold <c>postgres</c> and <c>initdb</c>; <c>*</c> is any part of a name.</param>
/// <param name="Download">From where they are fetched when no folder has them, or null for nowhere.</param>
public sealed record PostgresLocations(IReadOnlyList<string> Folders, PostgresDownload? Download = null)
{
    private static readonly string[] Installed =
    [
        "/usr/lib/postgresql/*/bin", // Debian, Ubuntu
        "/usr/pgsql-*/bin", // RHEL with PostgreSQL's own packages
        "/usr/libexec/postgresql*", // Alpine
        "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/Library/PostgreSQL/*/bin",
        "/opt/local/lib/postgresql*/bin", // MacPorts
        "/usr/local/pgsql/bin",
    ];

    /// <summary>Gets PATH, the folders where systems install PostgreSQL, and Maven Central.</summary>
    public static PostgresLocations Default => new(
        [.. ProcessRunner.SearchPath, .. Installed],
        PrivateFolders.UsualHome is { } home
            ? new PostgresDownload("https://repo1.maven.org/maven2", Path.Combine(home, "binaries"))
            : null);

    /// <summary>Returns the existing folders that hold a server, each once; links are followed to the server's other programs.</summary>
    public IEnumerable<string> WithServer() =>
        Folders
            .Concat(Download is null ? [] : [Path.Combine(Download.Folder, "postgres-*", "bin")])
            .SelectMany(Expand)
            .Select(folder => Path.Combine(folder, "postgres"))
            .Where(File.Exists)
            .SelectMany(server => new[] { File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName, server })
            .Select(Path.GetDirectoryName)
            .OfType<string>()
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .Distinct();

    private static IEnumerable<string> Expand(string folder)
    {
        var star = folder.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return [folder];
        var start = folder.LastIndexOf('/', star);
        var end = folder.IndexOf('/', star);
        var parent = folder[..start];
        var pattern = end < 0 ? folder[(start + 1)..] : folder[(start + 1)..end];
        var rest = end < 0 ? "" : folder[end..];
        return Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(found => found + rest) : [];
    }
}
