using System.Buffers.Binary;
using System.Globalization;
using NodaTime;

namespace CallRouting.Server.Database;

/// <summary>UUID v7 (RFC 9562) as lower-case text, from the world's own clock and randomness, so that a run can be replayed.</summary>
public sealed class Ids(TimeProvider clock, Random random)
{
    private ulong latest;

    /// <summary>When an id was made, to the millisecond.</summary>
    public static Instant MadeAt(string id) =>
        Instant.FromUnixTimeMilliseconds(long.Parse(id[..8] + id[9..13], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (random)
        {
            random.NextBytes(bytes);
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Rising(BinaryPrimitives.ReadUInt16BigEndian(bytes[6..])));
        }
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    // Milliseconds, the version, and twelve bits that begin anywhere in their lower half and count within one millisecond: what
    // is written down in one moment is carried out in the order in which it was written (RFC 9562 §6.2, method 1).
    private ulong Rising(ushort drawn)
    {
        var now = (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds() << 12;
        latest = now > latest ? now | (uint)(drawn & 0x7FF) : latest + 1;
        return ((latest >> 12) << 16) | 0x7000 | (latest & 0xFFF);
    }
}
