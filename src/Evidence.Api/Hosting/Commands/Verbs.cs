using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Commands;

/// <summary>The command line: its commands, and how the words are shared out between them and the host's settings.</summary>
public static partial class Verbs
{
    private const string ServeName = "serve";

    /// <summary>A private server writes its data out before the command may end.</summary>
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(30);

    private static readonly string[] OfTheRoot = ["--help", "-h", "-?", "/h", "/?", "--version"];

    /// <summary>Runs the command that the words name, or the service where they name none, and gives the exit code.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="build">Puts the service together from the host's settings.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        string[] words = NamesNoVerb(args) ? [ServeName, .. args] : args;
        var serves = words[0] == ServeName;
        // The service takes every setting as it stands; of the other commands' words only a setting has a colon in its name.
        string[] settings = serves ? words[1..] : [.. words.Where(word => Setting().IsMatch(word))];
        var parsed = Root(settings, build).Parse(serves ? words : [.. words.Where(word => !Setting().IsMatch(word))], new ParserConfiguration { ResponseFileTokenReplacer = null });
        // The service's host minds Ctrl+C itself, and takes the time that its open answers need.
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = serves ? null : LongestGoodbye, EnableDefaultExceptionHandler = false };
        // Whoever asks for help made no mistake.
        return parsed.Errors.Count == 0 || parsed.Action is VerbHelp ? await parsed.InvokeAsync(invocation) : Complain(parsed);
    }

    private static int Complain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            var near = Nearest.Of(word, command.Subcommands.Select(verb => verb.Name)) is { } name ? $"; did you mean {name}?" : ".";
            Console.Error.WriteLine($"There is no command {word}{near}");
        }
        else
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine($"{VerbHelp.Program} {PathOf(command)}--help tells more.");
        return ExitCode.WrongUsage;
    }

    private static string PathOf(Command command) =>
        command is RootCommand ? "" : $"{string.Concat(command.Parents.OfType<Command>().Select(PathOf))}{command.Name} ";

    private static RootCommand Root(string[] settings, Func<string[], WebApplication> build)
    {
        // Read only when a command asks, as the host reads them.
        IConfiguration Settings() => WebApplication.CreateBuilder(settings).Configuration;
        var root = new RootCommand("The literature evidence on ketamine for treatment-resistant depression: a REST API over PostgreSQL, and the tools to keep its catalogue.")
        {
            Serve.Make(() => build(settings)),
            Validate.Make(),
            Migrate.Make(Settings),
            Export.Make(Settings),
            Verify.Make(Settings),
            Keys.Make(Settings),
            Release.Make(Settings),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new VerbHelp((HelpAction)help.Action!);
        return root;
    }

    private static bool NamesNoVerb(string[] args) =>
        args is [] || (args[0] is ['-' or '/', ..] || args[0].Contains('=', StringComparison.Ordinal)) && !OfTheRoot.Contains(args[0]);

    [GeneratedRegex("^--?[A-Za-z]+:[A-Za-z:]+=")]
    private static partial Regex Setting();
}
