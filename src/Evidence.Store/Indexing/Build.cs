using System.Security.Cryptography;
using Evidence.Catalogue;

namespace Evidence.Store.Indexing;

/// <summary>
/// Identifies this build of the program. The identity is made from the code itself, so that any change in how a row or a number is computed
/// refills the filter tables and makes the copies of clients stale; nobody has to remember a number.
/// </summary>
public static class Build
{
    /// <summary>Gets the identity of the service together with its libraries.</summary>
    public static Guid Id { get; } = Combine(typeof(Build), typeof(Study), typeof(Synthesis.Effects.EffectRow), typeof(Statistics.EffectSizes.EffectSize));

    /// <summary>Combines the identities of the assemblies that the types belong to.</summary>
    public static Guid Combine(params IEnumerable<Type> types)
    {
        var all = types.SelectMany(type => type.Module.ModuleVersionId.ToByteArray()).ToArray();
        return new Guid(SHA256.HashData(all).AsSpan(0, 16));
    }
}
