using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Evidence.Api.Hosting.Security;

/// <summary>A key as its holder has it: <c>evidence_&lt;id&gt;_&lt;secret&gt;</c>. The id finds it, the secret proves it; only a digest of the secret is kept.</summary>
/// <param name="Id">12 letters and digits.</param>
/// <param name="Secret">256 random bits in base64url.</param>
public sealed record KeyText(string Id, string Secret)
{
    /// <summary>What every key begins with, so that scanners find one that was published by mistake.</summary>
    public const string Prefix = "evidence_";

    private const int IdLength = 12;
    private const int SecretBytes = 32;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A new key.</summary>
    public static KeyText Make() => new(
        RandomNumberGenerator.GetString(IdLetters, IdLength),
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>The key of that text; nothing where it is not made like one.</summary>
    public static KeyText? Read(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 200)
            return null;
        var rest = text[Prefix.Length..];
        return rest.Length > IdLength + 1 && rest[IdLength] == '_' && rest.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? new KeyText(rest[..IdLength], rest[(IdLength + 1)..])
            : null;
    }

    /// <summary>What is kept of the secret.</summary>
    public byte[] Digest() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>Whether the secret is the one of the digest; the time it takes says nothing of how much of it is right.</summary>
    public bool Proves(ReadOnlySpan<byte> digest) => CryptographicOperations.FixedTimeEquals(Digest(), digest);

    /// <summary>The key as it is shown once.</summary>
    public string Shown() => $"{Prefix}{Id}_{Secret}";

    /// <summary>Never the secret: texts end in logs.</summary>
    public override string ToString() => $"key {Id}";
}
