using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace Evidence.Store.Database;

/// <summary>Names the folders and files of a private server, all derived from the data folder alone before the start.</summary>
/// <param name="Home">The folder the user names with Evidence__DataFolder.</param>
/// <param name="Server">Belongs to the server's user: the data, the log and, if its path is short enough, the socket.</param>
/// <param name="Socket">Holds the server's only door.</param>
internal sealed record PrivateFolders(string Home, string Server, string Socket)
{
    public const int Port = 5432;

    // sun_path holds 104 bytes on macOS and 108 on Linux, with the closing zero.
    private const int MaxSocketPathLength = 103;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Lock => Path.Combine(Home, "service.lock");

    public string LockHolder => Path.Combine(Home, "service.pid");

    public string Log => Path.Combine(Server, "server.log");

    public string Data(int major) => Path.Combine(Server, major.ToString(CultureInfo.InvariantCulture));

    public static PrivateFolders For(string? dataFolder)
    {
        var home = Path.GetFullPath(string.IsNullOrWhiteSpace(dataFolder) ? UsualHome ?? throw Homeless() : dataFolder);
        var server = Path.Combine(home, "private-postgres");
        return new PrivateFolders(home, server, SocketFolder(server));
    }

    /// <summary>Gets the folder that is used if none is configured, or null for a user without a home folder.</summary>
    public static string? UsualHome
    {
        get
        {
            // Root's home is closed to the user the server runs as.
            if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) return "/var/lib/evidence";
            var applications = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.IsPathRooted(applications) ? Path.Combine(applications, "evidence") : null;
        }
    }

    /// <summary>Creates the folders; afterwards the caller owns both, and nobody else can enter them.</summary>
    [UnsupportedOSPlatform("windows")]
    public void Make()
    {
        try
        {
            Directory.CreateDirectory(Home);
            Own(Server);
            Own(Socket);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unusable(problem);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Own(string folder)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw new IOException($"{folder} is a link; it has to be a folder of its own.");
        // Only its owner can do this: a folder somebody else put there is refused.
        File.SetUnixFileMode(folder, OwnerOnly);
    }

    public StartupException Unusable(Exception problem) =>
        new($"The data folder {Home} cannot be used: {problem.Message} {StartupHints.AnotherFolder}", problem);

    private static StartupException Homeless() =>
        new($"This user has no home folder to keep the data in. {StartupHints.AnotherFolder}");

    private static string SocketFolder(string server)
    {
        var name = "evidence-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(server)))[..16];
        // Root passes every ownership check, so root's folder has to lie where only root can write.
        string?[] elsewhere = Environment.IsPrivilegedProcess
            ? ["/run"]
            : [Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), Path.GetTempPath(), "/tmp"];
        return elsewhere
            .Where(Path.IsPathRooted)
            .Select(parent => Path.Combine(parent!, name))
            .Prepend(Path.Combine(server, "socket"))
            .FirstOrDefault(IsSocketPath, Path.Combine("/tmp", name));
    }

    /// <summary>Returns whether the path is short enough, and has no character at which a connection string or the server's list of folders would split.</summary>
    private static bool IsSocketPath(string folder) =>
        Encoding.UTF8.GetByteCount($"{folder}/.s.PGSQL.{Port}") <= MaxSocketPathLength
        && folder.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+@ ".Contains(letter));
}
