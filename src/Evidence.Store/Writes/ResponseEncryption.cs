using System.Security.Cryptography;
using System.Text;

namespace Evidence.Store.Writes;

/// <summary>
/// Encrypts stored responses, so that only a client that sends the same request can read one again: the response to a POST of a key has the key
/// in it, of which only a digest may be stored. The encryption key is derived from what the client alone has: its idempotency key, and its own API key.
/// </summary>
public sealed class ResponseEncryption(string idempotencyKey, string? ownKey)
{
    private const int NonceBytes = 12, TagBytes = 16;

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Encoding.UTF8.GetBytes(idempotencyKey + "\n" + ownKey),
        outputLength: 32,
        info: "evidence idempotent answer"u8.ToArray());

    /// <summary>Encrypts a response into nonce, tag and ciphertext.</summary>
    public byte[] Encrypt(StoredResponse sent)
    {
        var plain = Encoding.UTF8.GetBytes(sent.Location + "\n").Concat(sent.Body).ToArray();
        var encrypted = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = encrypted.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, encrypted.AsSpan(NonceBytes + TagBytes), encrypted.AsSpan(NonceBytes, TagBytes));
        return encrypted;
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> returned.</summary>
    public StoredResponse Decrypt(ReadOnlySpan<byte> encrypted)
    {
        var plain = new byte[encrypted.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(encrypted[..NonceBytes], encrypted[(NonceBytes + TagBytes)..], encrypted.Slice(NonceBytes, TagBytes), plain);
        var end = plain.AsSpan().IndexOf((byte)'\n');
        return new StoredResponse(Encoding.UTF8.GetString(plain.AsSpan(0, end)), plain[(end + 1)..]);
    }
}
