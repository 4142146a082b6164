using Evidence.Explorer.Layout;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.SignIn;

/// <summary>What the page for signing in shows.</summary>
/// <param name="Next">Where to go afterwards: a path of this site.</param>
/// <param name="Error">Why the last try failed; null before the first.</param>
public sealed record SignInModel(string Next, string? Error);

/// <summary>GET /sign-in: where a curator enters a key.</summary>
public static class GetSignIn
{
    private const string Start = "/curate";

    private static readonly Parameter Next = new("next", ParameterKind.Text, "Where to go after signing in.", Start) { MaxLength = 2000 };

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms) =>
        forms.RespondAsync(http, [Next], async values =>
            await forms.RespondAsync<SignInPage, SignInModel>(http, new SignInModel(ToLocalAddress(values.Text("next")), null), await CuratorCookie.FindAsync(http)));

    /// <summary>Returns an address of this site as a header can hold it; one that leads elsewhere is replaced by the start page.</summary>
    public static string ToLocalAddress(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Any(letter => letter == '\\' || char.IsControl(letter))
            ? string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString())))
            : Start;
}
