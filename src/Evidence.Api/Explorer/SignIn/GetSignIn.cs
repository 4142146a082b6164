using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Explorer.SignIn;

/// <summary>What the page for signing in shows.</summary>
/// <param name="Next">Where to go afterwards: a path of this site.</param>
/// <param name="Fault">Why the last try failed; nothing before the first.</param>
public sealed record SignInModel(string Next, string? Fault);

/// <summary>GET /sign-in: where a curator gives a key.</summary>
public static class GetSignIn
{
    private const string Start = "/curate";

    private static readonly Parameter Next = new("next", ParameterKind.Text, "Where to go after signing in.", Start) { Longest = 2000 };

    /// <summary>Answers the page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, [Next]) is { } values)
            await FormAnswer.SendAsync<SignInPage, SignInModel>(http, new SignInModel(Local(values.Text("next")), null), await FormAnswer.CuratorAsync(http, database));
    }

    /// <summary>An address of this site, as a header can hold it; what leads elsewhere leads to the start page instead.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Any(letter => letter == '\\' || char.IsControl(letter))
            ? string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString())))
            : Start;
}
