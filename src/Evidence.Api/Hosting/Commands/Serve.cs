using System.CommandLine;

namespace Evidence.Api.Hosting.Commands;

/// <summary><c>serve</c>: the service itself, and what the program does when no command is named.</summary>
internal static class Serve
{
    public static Verb Make(Func<WebApplication> build)
    {
        var verb = new Verb("serve", "Serves the catalogue over HTTP; what happens when no command is named.")
        {
            Details = """
                Makes the database ready (private server, migrations, records), prints the address, and answers until it is told to
                stop (Ctrl+C). Any setting of the host may follow: --urls, --environment, --Evidence:RequestsPerMinute=600.
                """,
            Examples = ["serve --urls http://127.0.0.1:5001", "--urls http://127.0.0.1:5001", "serve --ConnectionStrings:Evidence='Host=localhost;Database=evidence;Username=evidence'"],
            Succeeds = "told to stop, and everything open was answered",
            Fails = "it could not start; one sentence says why",
        };
        // Told here for the help; the host reads this and every other setting from the words as they stand.
        verb.Options.Add(new Option<string[]>("--urls") { Description = "Where to listen; http://localhost:5000 where nothing is said.", HelpName = "address" });
        verb.Arguments.Add(new Argument<string[]>("setting") { Arity = ArgumentArity.ZeroOrMore, Description = "Settings of the host: --Name value, or --Name=value." });
        verb.SetAction(_ => ConsoleOutput.RunToExitCodeAsync(build));
        return verb;
    }
}
