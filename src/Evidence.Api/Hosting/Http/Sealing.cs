using System.Security.Cryptography;
using System.Text;

namespace Evidence.Api.Hosting.Http;

/// <summary>An answer as it was sent.</summary>
/// <param name="Location">The header of that name.</param>
/// <param name="Body">The body.</param>
public sealed record Sent(string Location, byte[] Body);

/// <summary>
/// Closes answers that are kept, so that only the request that got one can get it again: the answer to a POST of a key has the key in it,
/// and of that nothing but a digest may be kept. Closed with what the client alone has: its idempotency key, and its own key where one let it in.
/// </summary>
public sealed class Sealing(string idempotencyKey, string? ownKey)
{
    private const int NonceBytes = 12, TagBytes = 16;

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Encoding.UTF8.GetBytes(idempotencyKey + "\n" + ownKey),
        outputLength: 32,
        info: "evidence idempotent answer"u8.ToArray());

    /// <summary>The answer, closed: nonce, tag, cipher.</summary>
    public byte[] Close(Sent sent)
    {
        var plain = Encoding.UTF8.GetBytes(sent.Location + "\n").Concat(sent.Body).ToArray();
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return sealedBytes;
    }

    /// <summary>The answer again.</summary>
    public Sent Open(ReadOnlySpan<byte> closed)
    {
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(closed[..NonceBytes], closed[(NonceBytes + TagBytes)..], closed.Slice(NonceBytes, TagBytes), plain);
        var end = plain.AsSpan().IndexOf((byte)'\n');
        return new Sent(Encoding.UTF8.GetString(plain.AsSpan(0, end)), plain[(end + 1)..]);
    }
}
