using System.Security.Cryptography;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Plots;

namespace Evidence.Api.Explorer.Frame;

/// <summary>
/// The style sheet, the script and the icon: inside the program, so that they are wherever it runs. An address names the content, so that a
/// browser may keep it for ever.
/// </summary>
public static class PageAssets
{
    private static readonly Dictionary<string, (string MediaType, byte[] Bytes)> ByName = new()
    {
        // Plots inside pages look as those that are served by themselves.
        ["explorer.css"] = ("text/css", [.. Resource("explorer.css"), .. System.Text.Encoding.UTF8.GetBytes(PlotStyle.Css)]),
        ["explorer.js"] = ("text/javascript", Resource("explorer.js")),
        ["icon.svg"] = (Format.Svg.MediaType, Resource("icon.svg")),
    };

    private static readonly Dictionary<string, string> NamesByPath =
        ByName.ToDictionary(asset => $"{Convert.ToHexStringLower(SHA256.HashData(asset.Value.Bytes))[..12]}/{asset.Key}", asset => asset.Key);

    /// <summary>Address of the style sheet.</summary>
    public static string Style { get; } = AddressOf("explorer.css");

    /// <summary>Address of the script.</summary>
    public static string Script { get; } = AddressOf("explorer.js");

    /// <summary>Address of the icon.</summary>
    public static string Icon { get; } = AddressOf("icon.svg");

    /// <summary>The lines of a text of the program.</summary>
    public static IReadOnlyList<string> Lines(string name) =>
        System.Text.Encoding.UTF8.GetString(Resource(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Answers GET /assets/{hash}/{name}.</summary>
    public static async Task Handle(HttpContext http, string hash, string name)
    {
        if (!NamesByPath.TryGetValue($"{hash}/{name}", out var known))
        {
            await Answer.ProblemAsync(http, ProblemTypes.NotFound.With($"{http.Request.Path} is of another version of the program; load the page again."));
            return;
        }

        var (mediaType, bytes) = ByName[known];
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await Answer.BytesAsync(http, mediaType + "; charset=utf-8", bytes);
    }

    private static string AddressOf(string name) => "/assets/" + NamesByPath.Single(path => path.Value == name).Key;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream("assets/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
