using System.Text;

namespace Evidence.Api.Tests.Testing;

/// <summary>
/// Catches what a command writes to the console while it runs inside the test process. The console belongs to the whole process; here each
/// flow of calls that asks for it has its own, and all others keep the real one.
/// </summary>
internal sealed class CapturedConsole : IDisposable
{
    private static readonly AsyncLocal<CapturedConsole?> Current = new();
    private readonly StringWriter output = new(), errors = new();

    static CapturedConsole()
    {
        Console.SetOut(new Switch(Console.Out, captured => captured.output));
        Console.SetError(new Switch(Console.Error, captured => captured.errors));
    }

    private CapturedConsole()
    {
    }

    /// <summary>Runs the action and returns its result with the texts of its output and its error output.</summary>
    public static async Task<(T Result, string Output, string Errors)> RunAsync<T>(Func<Task<T>> action)
    {
        using var captured = new CapturedConsole();
        var result = await Task.Run(() =>
        {
            Current.Value = captured;
            return action();
        });
        return (result, Text(captured.output), Text(captured.errors));
    }

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    private static string Text(StringWriter writer)
    {
        lock (writer)
            return writer.ToString();
    }

    /// <summary>Writes to the console of the flow that writes.</summary>
    private sealed class Switch(TextWriter real, Func<CapturedConsole, StringWriter> pick) : TextWriter
    {
        public override Encoding Encoding => real.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            var writer = Current.Value is { } captured ? pick(captured) : real;
            lock (writer)
                writer.Write(value);
        }

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Flush() => real.Flush();
    }
}
