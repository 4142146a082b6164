namespace Evidence.Api.Tests.Testing;

/// <summary>An empty folder that every user may enter, as root's servers run as another user; deleted afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(60);

    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("evidence-test-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    public string Path { get; }

    public void Dispose() => Assert.True(SpinWait.SpinUntil(TryDelete, LongestGoodbye), $"{Path} could not be deleted");

    /// <summary>The server of a service just killed may still be writing its last.</summary>
    private bool TryDelete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
