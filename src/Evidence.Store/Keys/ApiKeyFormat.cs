using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Evidence.Store.Keys;

/// <summary>
/// The text of an API key: <c>evidence_&lt;id&gt;_&lt;secret&gt;</c>. The id finds the key and the secret proves it; only a digest of the secret is stored.
/// </summary>
/// <param name="Id">12 letters and digits.</param>
/// <param name="Secret">256 random bits in base64url.</param>
public sealed record ApiKeyFormat(string Id, string Secret)
{
    /// <summary>The prefix of every key, by which scanners find one that was published by mistake.</summary>
    public const string Prefix = "evidence_";

    private const int IdLength = 12;
    private const int SecretBytes = 32;
    private const int MaxLength = 200;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Creates a random key.</summary>
    public static ApiKeyFormat Create() => new(
        RandomNumberGenerator.GetString(IdLetters, IdLength),
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Parses the text of a key; returns null if it does not have the form of one.</summary>
    public static ApiKeyFormat? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > MaxLength)
            return null;
        var rest = text[Prefix.Length..];
        return rest.Length > IdLength + 1 && rest[IdLength] == '_' && rest.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? new ApiKeyFormat(rest[..IdLength], rest[(IdLength + 1)..])
            : null;
    }

    /// <summary>Computes the digest that is stored of the secret.</summary>
    public byte[] ComputeDigest() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>Whether the secret has the digest; the time of the comparison does not tell how much of the secret is right.</summary>
    public bool Proves(ReadOnlySpan<byte> digest) => CryptographicOperations.FixedTimeEquals(ComputeDigest(), digest);

    /// <summary>Writes the key as its holder is shown it, once.</summary>
    public string Format() => $"{Prefix}{Id}_{Secret}";

    /// <summary>Omits the secret, because texts end up in logs.</summary>
    public override string ToString() => $"key {Id}";
}
