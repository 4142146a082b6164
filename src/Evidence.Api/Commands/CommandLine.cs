using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using Evidence.Catalogue;

namespace Evidence.Api.Commands;

/// <summary>Runs the command line: its commands, and the division of the arguments between them and the host's settings.</summary>
public static partial class CommandLine
{
    private const string ServeName = "serve";

    /// <summary>A private server writes its data to disk before the command may end.</summary>
    private static readonly TimeSpan MaxShutdownTime = TimeSpan.FromSeconds(30);

    private static readonly string[] RootOptions = ["--help", "-h", "-?", "/h", "/?", "--version"];

    /// <summary>Runs the command that the arguments name, or the service if they name none, and returns the exit code.</summary>
    /// <param name="args">The arguments after the name of the program.</param>
    /// <param name="build">Builds the service from the host's settings.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        string[] words = NamesNoCommand(args) ? [ServeName, .. args] : args;
        var serves = words[0] == ServeName;
        // The service takes every argument as a setting; of the other commands' arguments only a setting has a colon in its name.
        string[] settings = serves ? words[1..] : [.. words.Where(word => Setting().IsMatch(word))];
        var parsed = Root(settings, build).Parse(serves ? words : [.. words.Where(word => !Setting().IsMatch(word))], new ParserConfiguration { ResponseFileTokenReplacer = null });
        // The service's host handles Ctrl+C itself, and takes the time that its open responses need.
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = serves ? null : MaxShutdownTime, EnableDefaultExceptionHandler = false };
        // A request for help is not wrong usage.
        return parsed.Errors.Count == 0 || parsed.Action is CommandHelp ? await parsed.InvokeAsync(invocation) : WriteErrors(parsed);
    }

    private static int WriteErrors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            var near = Nearest.Find(word, command.Subcommands.Select(each => each.Name)) is { } name ? $"; did you mean {name}?" : ".";
            Console.Error.WriteLine($"There is no command {word}{near}");
        }
        else
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine($"{CommandHelp.Program} {FormatPath(command)}--help tells more.");
        return ExitCode.WrongUsage;
    }

    private static string FormatPath(Command command) =>
        command is RootCommand ? "" : $"{string.Concat(command.Parents.OfType<Command>().Select(FormatPath))}{command.Name} ";

    private static RootCommand Root(string[] settings, Func<string[], WebApplication> build)
    {
        // Read only when a command asks, as the host reads them.
        IConfiguration Settings() => WebApplication.CreateBuilder(settings).Configuration;
        var root = new RootCommand("The literature evidence on ketamine for treatment-resistant depression: a REST API over PostgreSQL, and the tools to keep its catalogue.")
        {
            ServeCommand.Create(() => build(settings)),
            ValidateCommand.Create(),
            MigrateCommand.Create(Settings),
            ExportCommand.Create(Settings),
            VerifyCommand.Create(Settings),
            KeysCommand.Create(Settings),
            ReleaseCommand.Create(Settings),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new CommandHelp((HelpAction)help.Action!);
        return root;
    }

    private static bool NamesNoCommand(string[] args) =>
        args is [] || (args[0] is ['-' or '/', ..] || args[0].Contains('=', StringComparison.Ordinal)) && !RootOptions.Contains(args[0]);

    [GeneratedRegex("^--?[A-Za-z]+:[A-Za-z:]+=")]
    private static partial Regex Setting();
}
