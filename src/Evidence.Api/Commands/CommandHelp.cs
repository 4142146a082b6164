using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Evidence.Api.Commands;

/// <summary>Writes the help of the library, followed by details, examples and exit codes.</summary>
internal sealed class CommandHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public const string Program = "Evidence.Api";

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is CliCommand command)
            WriteEnd(output, command);
        else
            WriteEnd(output);
        return ExitCode.Done;
    }

    private static void WriteEnd(TextWriter output, CliCommand command)
    {
        output.WriteLine(command.Details);
        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var example in command.Examples)
            output.WriteLine($"  {Program} {example}");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in command.ExitCodes)
            output.WriteLine($"  {code}  {meaning}");
    }

    private static void WriteEnd(TextWriter output) => output.WriteLine(
        $"""
        {Program} means 'dotnet run --project src/Evidence.Api --' in a checkout, 'dotnet Evidence.Api.dll' elsewhere.

        Which database: the one of ConnectionStrings__Evidence, else the private one in Evidence__DataFolder. A service that
        runs on that folder lends its server; where none runs, the server is started for the length of the command. Settings
        are environment variables, or follow the command: --Evidence:DataFolder=/srv/evidence.

        Exit codes: 0 done and nothing found wrong, 1 not done or something found wrong, 2 wrong usage. Output is for
        programs to read; progress and complaints go to the error output.
        """);
}
