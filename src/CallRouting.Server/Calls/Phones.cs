using System.Text;

namespace CallRouting.Server.Calls;

/// <summary>
/// A leg's phone as it is stored: a caller's is sealed, an officer's or agent's stands in the roster anyway. Both are bytes,
/// so that a caller's number can never be stored in the open by mistake for the other.
/// </summary>
public static class Phones
{
    private const byte Plainly = (byte)'+';

    public static byte[] Plain(string e164) => Encoding.ASCII.GetBytes(e164);

    public static string Read(byte[] stored, Seal seal) => InTheOpen(stored) ?? seal.Open(stored);

    /// <summary>A number that is stored in the open; null for a caller's.</summary>
    public static string? InTheOpen(byte[] stored) => IsPlain(stored) ? Encoding.ASCII.GetString(stored) : null;

    // What is sealed is longer than any number, and begins with a key's fingerprint.
    private static bool IsPlain(byte[] stored) =>
        (stored is [Plainly, ..] && stored.Length <= 16) || stored.AsSpan().StartsWith("client:"u8);
}
