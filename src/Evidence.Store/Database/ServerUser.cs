
namespace Evidence.Store.Database;

/// <summary>Represents the user that the server runs as: the service's own user, except that PostgreSQL refuses to run as root.</summary>
/// <param name="Name">The other user's name, or null for the service's own.</param>
/// <param name="Identity">The other user's <c>uid:gid</c>.</param>
/// <param name="Prefix">The words that make a command run as that user.</param>
internal sealed record ServerUser(string? Name, string Identity, IReadOnlyList<string> Prefix)
{
    public static ServerUser Find()
    {
        if (!Environment.IsPrivilegedProcess) return new ServerUser(null, "", []);
        foreach (var name in (string[])["postgres", "nobody"])
        {
            // name:password:uid:gid:…
            var entry = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(entry => entry[0] == name);
            if (entry is [_, _, var uid, var gid, ..] && Prefixed(name, uid, gid) is { } prefix)
                return new ServerUser(name, $"{uid}:{gid}", prefix);
        }

        throw new StartupException(
            "PostgreSQL refuses to run as root, and this system lacks what the service needs to run it as another user: "
            + "a user postgres or nobody, and setpriv or runuser (package util-linux). "
            + $"Run the service as an ordinary user. {StartupHints.WithoutInstalling}");
    }

    /// <summary>Returns the command line that runs a command as that user.</summary>
    public string[] Running(params string[] command) => [.. Prefix, .. command];

    /// <summary>Hands the folders over to the server's user.</summary>
    public async Task OwnAsync(PrivateFolders folders, CancellationToken cancel)
    {
        if (Name is null) return;
        // Everything, as the data may have been made when this machine had another user for it.
        await ProcessRunner.RunAsync(["chown", "-hR", Identity, folders.Server, folders.Socket], cancel);
        var (exitCode, _, _) = await ProcessRunner.RunAsync(Running("test", "-w", folders.Server), cancel);
        if (exitCode != 0)
            throw new StartupException(
                $"The service runs as root, so its PostgreSQL runs as user {Name}, who may not enter {folders.Server}. "
                + "Set Evidence__DataFolder to a folder whose parents every user may enter.");
    }

    private static string[]? Prefixed(string name, string uid, string gid)
    {
        // Busybox has a setpriv too, which cannot change the user.
        var setpriv = ProcessRunner.Find("setpriv");
        if (setpriv is not null && File.ResolveLinkTarget(setpriv, returnFinalTarget: true)?.Name != "busybox")
            return [setpriv, $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"];
        var runuser = ProcessRunner.Find("runuser");
        return runuser is null ? null : [runuser, "-u", name, "--"];
    }
}
