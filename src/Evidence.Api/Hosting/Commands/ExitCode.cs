namespace Evidence.Api.Hosting.Commands;

/// <summary>What the process says to whoever called it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing found wrong.</summary>
    public const int Done = 0;

    /// <summary>Not done, or something found wrong; what it was stands in the output.</summary>
    public const int Failed = 1;

    /// <summary>The words could not be understood; nothing was tried.</summary>
    public const int WrongUsage = 2;
}
