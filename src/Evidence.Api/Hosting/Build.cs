using System.Security.Cryptography;

namespace Evidence.Api.Hosting;

/// <summary>
/// Which program this is. The identity is made from the code itself, so that whatever changes how a row is made or a number computed fills
/// the filter tables anew, and makes the copies of clients stale, without anyone having to remember a number.
/// </summary>
public static class Build
{
    /// <summary>The identity of the service together with its libraries.</summary>
    public static Guid Id { get; } = Combine(typeof(Build), typeof(Catalogue.Study), typeof(Formats.Citations.Reference), typeof(Statistics.EffectSizes.EffectSize));

    private static Guid Combine(params IEnumerable<Type> types)
    {
        var all = types.SelectMany(type => type.Module.ModuleVersionId.ToByteArray()).ToArray();
        return new Guid(SHA256.HashData(all).AsSpan(0, 16));
    }
}
