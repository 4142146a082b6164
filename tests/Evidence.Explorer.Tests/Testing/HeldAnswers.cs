using System.Threading.Channels;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>Holds what a page's script asks for, so that a test does something while the answer is awaited and then lets it come.</summary>
internal sealed class HeldAnswers
{
    private readonly Channel<IRoute> held = Channel.CreateUnbounded<IRoute>();

    /// <summary>Holds every request of the kind (<c>fetch</c>, <c>script</c>) from now on.</summary>
    public static async Task<HeldAnswers> BeginAsync(Reader reader, string kind)
    {
        var answers = new HeldAnswers();
        await reader.Page.RouteAsync("**/*", route =>
            route.Request.ResourceType == kind ? answers.held.Writer.WriteAsync(route).AsTask() : route.ContinueAsync());
        return answers;
    }

    /// <summary>Waits until the page asks, and returns the request.</summary>
    public async Task<IRoute> NextAsync()
    {
        using var patience = new CancellationTokenSource(Reader.Patience);
        return await held.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Lets an answer come, and waits until the page has it and could have drawn it.</summary>
    public static async Task DeliverAsync(Reader reader, IRoute request)
    {
        await request.ContinueAsync();
        var answer = await request.Request.ResponseAsync();
        await answer!.FinishedAsync();
        await reader.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
