using System.Diagnostics;
using System.Globalization;

namespace Evidence.Store.Database;

/// <summary>Reserves a data folder for one service. The kernel drops the lock with the process, so none is left behind.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    public static FolderLock Take(PrivateFolders folders)
    {
        try
        {
            var file = new FileStream(folders.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // A note of its own, as nobody else can read a locked file.
            File.WriteAllText(folders.LockHolder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FolderLock(file);
        }
        catch (IOException problem) when (Holder(folders.LockHolder) is { } holder)
        {
            throw new FolderTakenException(
                holder,
                $"Another Evidence service, process {holder}, already uses the data folder {folders.Home}. "
                + "Stop it, or give this one a folder of its own with Evidence__DataFolder.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw folders.Unusable(problem);
        }
    }

    public void Dispose() => file.Dispose();

    private static int? Holder(string path)
    {
        try
        {
            if (!int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var holder)) return null;
            using var process = Process.GetProcessById(holder);
            return holder;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
