namespace Evidence.Api.Tests.Testing;

/// <summary>A test that changes to another user, as only root can; for anybody else every other test is that test.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactForRootAttribute : FactAttribute
{
    public FactForRootAttribute()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) Skip = "Only root can change to another user.";
        else if (AsNobody("test", "-x", ServerHost.DotNet) != 0) Skip = "The user nobody cannot reach dotnet.";
    }

    public static string[] Prefix => ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];

    private static int AsNobody(params string[] command)
    {
        using var process = System.Diagnostics.Process.Start(Prefix[0], [.. Prefix[1..], .. command]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
