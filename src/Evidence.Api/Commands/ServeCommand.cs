using System.CommandLine;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>serve</c>, which runs the service; the program does so too if no command is named.</summary>
internal static class ServeCommand
{
    public static CliCommand Create(Func<WebApplication> build)
    {
        var command = new CliCommand("serve", "Serves the catalogue over HTTP; what happens when no command is named.")
        {
            Details = """
                Prepares the database (private server, migrations, records), prints the address, and answers until it is told to
                stop (Ctrl+C). Any setting of the host may follow: --urls, --environment, --Evidence:RequestsPerMinute=600.
                """,
            Examples = ["serve --urls http://127.0.0.1:5001", "--urls http://127.0.0.1:5001", "serve --ConnectionStrings:Evidence='Host=localhost;Database=evidence;Username=evidence'"],
            Succeeds = "told to stop, and everything open was answered",
            Fails = "it could not start; one sentence says why",
        };
        // Defined for the help alone; the host reads this and every other setting from the arguments themselves.
        command.Options.Add(new Option<string[]>("--urls") { Description = "Where to listen; http://localhost:5000 if left out.", HelpName = "address" });
        command.Arguments.Add(new Argument<string[]>("setting") { Arity = ArgumentArity.ZeroOrMore, Description = "Settings of the host: --Name value, or --Name=value." });
        command.SetAction(_ => ConsoleOutput.RunToExitCodeAsync(build));
        return command;
    }
}
