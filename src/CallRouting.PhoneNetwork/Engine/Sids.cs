using System.Security.Cryptography;

namespace CallRouting.PhoneNetwork.Engine;

/// <summary>Hands out the provider's ids: two letters and 32 hexadecimal digits (contract §1.2). The same seed hands out the same ids.</summary>
internal sealed class Sids
{
    private readonly Random random;

    // Without a seed every start must differ: the product remembers the ids of calls from before the network restarted.
    public Sids(NetworkOptions options) => random = new Random(options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));

    public string Next(string prefix) => prefix + Convert.ToHexStringLower(Bytes());

    public static bool IsOne(string prefix, string text) =>
        text.Length == 34 && text.StartsWith(prefix, StringComparison.Ordinal) && text[2..].All(char.IsAsciiHexDigit);

    /// <summary>Tells the retries of one webhook apart from another webhook (contract §3.6).</summary>
    public string IdempotencyToken() => new Guid(Bytes()).ToString();

    private byte[] Bytes()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return bytes;
    }
}
