using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CallRouting.Server.Calendars;

/// <summary>The secret in a calendar's address: 256 random bits. It is shown once, to whoever made it; we keep what it comes to.</summary>
internal static class CalendarSecret
{
    private const int Bytes = 32;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>
    /// What is looked up: how long looking takes says something of this, and nothing of the secret. A plain hash does, for nobody
    /// guesses 256 bits.
    /// </summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
