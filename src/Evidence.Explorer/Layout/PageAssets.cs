using System.Security.Cryptography;
using System.Text;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Plots.Drawing;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Layout;

/// <summary>
/// The style sheet, the script and the icon: inside the program, so that they are found wherever it runs. An address names the content, so that a
/// browser may keep it for ever.
/// </summary>
public static class PageAssets
{
    private static readonly Dictionary<string, (string MediaType, byte[] Bytes)> ByName = new()
    {
        // Plots inside pages look as those that are served by themselves.
        ["explorer.css"] = ("text/css", [.. ReadResource("explorer.css"), .. Encoding.UTF8.GetBytes(PlotStyle.Css)]),
        ["explorer.js"] = ("text/javascript", ReadResource("explorer.js")),
        ["icon.svg"] = (Format.Svg.MediaType, ReadResource("icon.svg")),
    };

    private static readonly Dictionary<string, string> NamesByPath =
        ByName.ToDictionary(asset => $"{Convert.ToHexStringLower(SHA256.HashData(asset.Value.Bytes))[..12]}/{asset.Key}", asset => asset.Key);

    /// <summary>Address of the style sheet.</summary>
    public static string Style { get; } = CreateAddress("explorer.css");

    /// <summary>Address of the script.</summary>
    public static string Script { get; } = CreateAddress("explorer.js");

    /// <summary>Address of the icon.</summary>
    public static string Icon { get; } = CreateAddress("icon.svg");

    /// <summary>Returns the lines of a text that is embedded in the program.</summary>
    public static IReadOnlyList<string> ReadLines(string name) =>
        Encoding.UTF8.GetString(ReadResource(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Responds to GET /assets/{hash}/{name}.</summary>
    public static async Task<IResult> Handle(HttpContext http, Pages pages, string hash, string name)
    {
        if (!NamesByPath.TryGetValue($"{hash}/{name}", out var known))
            return await pages.RespondErrorAsync(http, new Error(ErrorKind.NotFound, $"{http.Request.Path} is of another version of the program; load the page again."));
        var (mediaType, bytes) = ByName[known];
        http.Response.Headers.CacheControl = Pages.Immutable;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(bytes, mediaType + "; charset=utf-8");
    }

    private static string CreateAddress(string name) => "/assets/" + NamesByPath.Single(path => path.Value == name).Key;

    private static byte[] ReadResource(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream("assets/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
