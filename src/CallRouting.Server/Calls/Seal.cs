using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Calls;

/// <summary>
/// Seals what is personal before it is stored (AES-GCM) and makes the keyed hash that it is looked up by. Which key sealed
/// something is written in front of it, by the key's own fingerprint.
/// </summary>
public sealed class Seal
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;
    private const int FingerprintSize = 4;

    private readonly List<byte[]> keys;

    public Seal(IOptions<PrivacyOptions> options)
    {
        keys = [.. options.Value.Keys.Select(Read)];
        if (keys.Count == 0 || keys.Any(key => key.Length != KeySize))
        {
            throw new InvalidOperationException($"Privacy:Keys needs at least one key of {KeySize} bytes in base64.");
        }
    }

    public byte[] Close(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var closed = new byte[FingerprintSize + NonceSize + TagSize + plain.Length];
        Fingerprint(keys[0]).CopyTo(closed);
        var nonce = closed.AsSpan(FingerprintSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys[0], TagSize);
        cipher.Encrypt(
            nonce,
            plain,
            closed.AsSpan(FingerprintSize + NonceSize + TagSize),
            closed.AsSpan(FingerprintSize + NonceSize, TagSize)
        );
        return closed;
    }

    public string Open(byte[] closed)
    {
        if (closed.Length < FingerprintSize + NonceSize + TagSize)
        {
            throw new CryptographicException("This is too short to have been sealed.");
        }
        var key =
            keys.Find(key => Fingerprint(key).SequenceEqual(closed.AsSpan(0, FingerprintSize)))
            ?? throw new CryptographicException("None of the keys in Privacy:Keys sealed this.");
        var plain = new byte[closed.Length - FingerprintSize - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(
            closed.AsSpan(FingerprintSize, NonceSize),
            closed.AsSpan(FingerprintSize + NonceSize + TagSize),
            closed.AsSpan(FingerprintSize + NonceSize, TagSize),
            plain
        );
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A value, sealed as JSON.</summary>
    public byte[] Write<T>(T value) => Close(JsonSerializer.Serialize(value));

    public T Read<T>(byte[] closed) => JsonSerializer.Deserialize<T>(Open(closed))!;

    /// <summary>The same for the same number and key, and nothing can be read from it. Shortened to fit an id column.</summary>
    public string HashOf(string number) => Convert.ToHexStringLower(HMACSHA256.HashData(keys[0], Encoding.UTF8.GetBytes(number)))[..36];

    private static byte[] Read(string key)
    {
        var bytes = new byte[KeySize];
        return Convert.TryFromBase64String(key, bytes, out var length) && length == KeySize ? bytes : [];
    }

    private static ReadOnlySpan<byte> Fingerprint(byte[] key) => SHA256.HashData(key).AsSpan(0, FingerprintSize);
}
