using System.Buffers.Binary;

namespace CallRouting.Server.Database;

/// <summary>UUID v7 (RFC 9562) as lower-case text, from the world's own clock and randomness, so that a run can be replayed.</summary>
public sealed class Ids(TimeProvider clock, Random random)
{
    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (random)
        {
            random.NextBytes(bytes);
        }
        BinaryPrimitives.WriteUInt64BigEndian(
            bytes,
            ((ulong)clock.GetUtcNow().ToUnixTimeMilliseconds() << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[6..])
        );
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
