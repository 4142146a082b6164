using System.Globalization;
using System.Text.RegularExpressions;
using MysticMind.PostgresEmbed;

namespace Evidence.Store.Database;

/// <summary>Represents the server programs of one PostgreSQL installation.</summary>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int MinMajor = 15;
    private const int MaxMajor = 17;
    private static readonly TimeSpan MaxDownloadTime = TimeSpan.FromMinutes(3);

    public string Postgres => Path.Combine(Folder, "postgres");

    public string Initdb => Path.Combine(Folder, "initdb");

    /// <summary>Returns the installation that can read the existing data, or for new data the newest one that is supported.</summary>
    public static async Task<PostgresBinaries> FindAsync(
        PostgresLocations locations, int? major, Action<string> progress, CancellationToken cancel)
    {
        var found = await InstalledAsync(locations, cancel);
        var chosen = found
            .Where(one => major is null ? one.Major >= MinMajor : one.Major == major)
            .OrderBy(one => one.Major > MaxMajor)
            .ThenBy(one => one.Major > MaxMajor ? one.Major : -one.Major)
            .FirstOrDefault();
        return chosen ?? await FetchAsync(locations.Download, major ?? MaxMajor, Missing(found, major), progress, cancel);
    }

    private static async Task<IReadOnlyList<PostgresBinaries>> InstalledAsync(PostgresLocations locations, CancellationToken cancel)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in locations.WithServer())
        {
            try
            {
                var (_, output, _) = await ProcessRunner.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancel);
                if (Version().Match(output) is { Success: true } version)
                    found.Add(new PostgresBinaries(folder, int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture)));
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not a program this machine can run: no installation.
            }
        }

        return found;
    }

    private static async Task<PostgresBinaries> FetchAsync(
        PostgresDownload? download, int major, string missing, Action<string> progress, CancellationToken cancel)
    {
        if (download is not var (repository, folder)) throw new StartupException($"{missing} {StartupHints.All}");
        progress($"{missing} Fetching PostgreSQL {major} from {repository} into {folder} …");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(MaxDownloadTime);
        try
        {
            using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) };
            using var http = new HttpClient(handler);
            await using var package = new PgServer(new PgServerOptions
            {
                PgVersion = major.ToString(CultureInfo.InvariantCulture),
                BinariesDir = folder,
                DbDir = folder,
                MavenRepo = repository,
                DownloadRetryCount = 1,
                HttpClient = http,
            });
            await package.InstallAsync(limit.Token);
            var fetched = await InstalledAsync(new PostgresLocations([Path.Combine(package.InstallDir, "bin")]), limit.Token);
            return fetched.SingleOrDefault(one => one.Major == major)
                ?? throw new InvalidOperationException($"what came into {package.InstallDir} does not run on this machine");
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            // The package's errors have many types; whichever it is, the binaries are not there.
            var why = problem is OperationCanceledException ? $"over {MaxDownloadTime.TotalMinutes} minutes" : problem.Message;
            throw new StartupException(
                $"{missing} They could not be fetched from {repository} either: {why.TrimEnd('.')}. {StartupHints.All}", problem);
        }
    }

    private static string Missing(IReadOnlyList<PostgresBinaries> found, int? major) =>
        major is not null
            ? $"The data was written by PostgreSQL {major}, whose server programs are not on this machine."
            : found.Count > 0
                ? $"The newest server programs here are PostgreSQL {found.Max(one => one.Major)}, older than {MinMajor}."
                : "The server programs of PostgreSQL (postgres and initdb) are not on this machine.";

    [GeneratedRegex(@"^postgres \(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
