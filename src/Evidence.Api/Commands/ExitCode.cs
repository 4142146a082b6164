namespace Evidence.Api.Commands;

/// <summary>Lists the exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>The command was done and found no error.</summary>
    public const int Done = 0;

    /// <summary>The command was not done, or found an error, which is in the output.</summary>
    public const int Failed = 1;

    /// <summary>The arguments could not be understood; the command was not run.</summary>
    public const int WrongUsage = 2;
}
